package io.tongban.province;

import io.tongban.province.delivery.ArrivalsAtInbox;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.DialectNeeds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What every shipped profile finds in a test that says nothing else: all dialects, and each property it asks for. */
public final class Configured {
    private static final String PREFIX = "tongban.province.";
    private static final Map<String, String> OF_ITS_OWN_FORM = Map.of(
            PREFIX + "33.endpoint", "http://127.0.0.1:9/zj",
            PREFIX + "33.private-key", "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
            PREFIX + "33.province-key",
                    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
            PREFIX + "44.endpoint", "http://127.0.0.1:9/si");

    private Configured() {}

    /** Nobody listens at any of the endpoints; a password is {@code secret-of-44}. */
    public static Optional<String> property(String name) {
        if (!name.startsWith(PREFIX) || name.endsWith("-next")) {
            return Optional.empty();
        }
        String usual = name.endsWith(".endpoint") ? "127.0.0.1:9" : "secret-of-" + name.split("\\.")[2];
        return Optional.of(OF_ITS_OWN_FORM.getOrDefault(name, usual));
    }

    /** What the real dialects need. */
    public static List<DialectNeeds> dialects() {
        List<Dialect> dialects = ProvinceRoutes.builder()
                .dialects(new Serials(Samples.CLOCK, new Random(1)), new ArrivalsAtInbox(new ProvinceInbox() {
                    @Override
                    public void arrived(ProvinceCode province, ProvinceReply reply) {
                        throw new IllegalStateException("nothing arrives");
                    }

                    @Override
                    public void reversed(ProvinceCode province, String serial, Instant at) {
                        throw new IllegalStateException("nothing arrives");
                    }
                }));
        try {
            return dialects.stream().map(Dialect::needs).toList();
        } finally {
            dialects.forEach(Dialect::close);
        }
    }
}
