package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.Tls;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/** Speaks {@code docs/dialects/soap.md} through the JDK's HTTP client; all provinces share its threads. */
public final class SoapDialect implements Dialect {
    private static final List<Option> OWN = List.of(
            UsernameToken.OPTION,
            Wsdl.OPTION,
            Option.usually(FieldTexts.ENCODING, "UTF-8", "UTF-8|GBK|GB18030", "UTF-8, GBK or GB18030"));

    private final Clock clock;
    private final Serials serials;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tongban-soap");
        thread.setDaemon(true);
        return thread;
    });

    public SoapDialect(Clock clock, Serials serials) {
        this.clock = clock;
        this.serials = serials;
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "soap",
                DialectNeeds.Placing.PATHS,
                Set.of("http", "https"),
                Set.of("UTF-8", "GB18030", "GBK"),
                Set.of(),
                Set.of(Field.SERIAL),
                Set.of(Field.RETURN_CODE, Field.SERIAL),
                Set.of(Field.TOKEN, Field.PASSWORD),
                Stream.of(
                                Binding.OPTIONS,
                                OWN,
                                XmlOutline.options(
                                        XmlOutline.element("root", "business"), XmlOutline.element("result", "result")),
                                Tls.OPTIONS)
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        return new SoapRoute(profile, id, threads, clock, serials);
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new SoapRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        FieldTexts texts = new FieldTexts(profile);
        return name -> texts.carries(Field.NAME, name);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
