package io.tongban.province.dialect.rest;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.RoutesBuilder;

/** Speaks {@code docs/dialects/rest.md} through the JDK's HTTP client; all provinces share its threads. */
public final class RestDialect implements Dialect {
    private final Clock clock;
    private final Serials serials;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tongban-rest");
        thread.setDaemon(true);
        return thread;
    });

    public RestDialect(Clock clock, Serials serials) {
        this.clock = clock;
        this.serials = serials;
    }

    @Override
    public DialectNeeds needs() {
        List<Option> options = new ArrayList<>(Signatures.OPTIONS);
        options.addAll(JsonLayout.OPTIONS);
        options.addAll(Tls.OPTIONS);
        return new DialectNeeds(
                "rest",
                DialectNeeds.Placing.MEMBERS,
                Set.of("http", "https"),
                Set.of("UTF-8", "GB18030", "GBK"),
                Set.of(TransactionKind.SIGN_IN),
                Set.of(Field.TRANSACTION, Field.SERIAL, Field.OPERATOR, Field.SENT_AT, Field.TOKEN, Field.KEY),
                Set.of(Field.RETURN_CODE, Field.SERIAL, Field.SENT_AT, Field.KEY),
                Set.of(Field.TOKEN, Field.KEY),
                options);
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        return new RestRoute(profile, id, threads, clock, serials);
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new RestRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        CarriedText text = new CarriedText(profile);
        return name -> text.carries(Field.NAME, name);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
