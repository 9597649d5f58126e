package io.tongban.province;

import io.tongban.province.delivery.ArrivalsAtInbox;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.DialectNeeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every shipped profile finds in a test that says nothing else: all dialects, and each property it asks for. */
public final class Configured {
    private static final String PREFIX = "tongban.province.";
    private static final Pattern CODE = Pattern.compile("(?m)^code: \"([0-9]{2})\"");
    private static final Pattern DIALECT = Pattern.compile("(?m)^dialect: ([a-z]+)");
    private static final Map<String, String> NOBODY_LISTENS = Map.of(
            "exchangedb", "postgresql://127.0.0.1:9/exchange",
            "file", "sftp://127.0.0.1:9/si",
            "queue", "tcp://127.0.0.1:9",
            "rest", "http://127.0.0.1:9/si",
            "soap", "http://127.0.0.1:9/si",
            "tcp", "tcp://127.0.0.1:9");
    private static final Map<String, String> OF_ITS_OWN_FORM = Map.of(
            "private-key", "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
            "province-key",
                    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
            "host-key", "SHA256:" + "A".repeat(43));
    private static final Map<String, String> DIALECTS = dialectsOfShipped();

    private Configured() {}

    /** Nobody listens at any of the endpoints; a password is {@code secret-of-44}. */
    public static Optional<String> property(String name) {
        // Of these the profile says what is usual.
        if (!name.startsWith(PREFIX) || name.endsWith("-next") || name.endsWith("-every")) {
            return Optional.empty();
        }
        String[] parts = name.split("\\.");
        if (parts.length < 4) {
            // It is about all provinces.
            return Optional.empty();
        }
        if (parts[3].equals("endpoint")) {
            return Optional.of(NOBODY_LISTENS.getOrDefault(DIALECTS.getOrDefault(parts[2], "tcp"), ""));
        }
        return parts[3].equals("password")
                ? Optional.of("secret-of-" + parts[2])
                : Optional.ofNullable(OF_ITS_OWN_FORM.get(parts[3]));
    }

    private static Map<String, String> dialectsOfShipped() {
        Map<String, String> dialects = new HashMap<>();
        try {
            for (String file : Links.shipped("index").lines().toList()) {
                String profile = Links.shipped(file);
                Matcher code = CODE.matcher(profile);
                Matcher dialect = DIALECT.matcher(profile);
                if (code.find() && dialect.find()) {
                    dialects.put(code.group(1), dialect.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dialects;
    }

    /** What the real dialects need. */
    public static List<DialectNeeds> dialects() {
        List<Dialect> dialects = open();
        try {
            return dialects.stream().map(Dialect::needs).toList();
        } finally {
            dialects.forEach(Dialect::close);
        }
    }

    /** All dialects, for the caller to close; no files are carried, and nothing arrives. */
    public static List<Dialect> open() {
        return ProvinceRoutes.builder()
                .spool(new MemorySpool().tendedElsewhere(true))
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
    }
}
