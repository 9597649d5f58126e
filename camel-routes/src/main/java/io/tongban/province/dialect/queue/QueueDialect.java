package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.dialect.AddedJars;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Tls;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.dialect.XmlRequests;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/** Speaks {@code docs/dialects/queue.md} through Camel's JMS, and the client of Artemis or of another provider. */
public final class QueueDialect implements Dialect {
    static final String REQUEST_QUEUE = "request-queue";
    static final String REPLY_QUEUE = "reply-queue";
    static final String ASIDE_QUEUE = "aside-queue";
    static final String REVERSED_CODE = "reversed-code";

    private static final List<Option> OUTLINE =
            XmlOutline.options(XmlOutline.outermost("root", "msg"), XmlOutline.outermost("result", "msg"));

    private static final String NAME = "[A-Za-z0-9_.-]{1,100}";

    private final Clock clock;
    private final Arrivals arrivals;
    private final AddedJars jars;
    /** One for all: two versions of a province may read the same queue, and either may take the other's answer. */
    private final PendingCalls waiting = new PendingCalls();

    private final Map<String, Broker> brokers = new ConcurrentHashMap<>();

    /** @param jars folder with the jars of clients that do not ship with us */
    public QueueDialect(Clock clock, Arrivals arrivals, Optional<Path> jars) {
        this.clock = clock;
        this.jars = new AddedJars(jars);
        this.arrivals = arrivals;
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "queue",
                DialectNeeds.Placing.PATHS,
                Set.of("tcp", "tls"),
                Set.of("UTF-8", "GB18030", "GBK"),
                Set.of(),
                Set.of(Field.TRANSACTION, Field.SERIAL),
                Set.of(Field.TRANSACTION, Field.SERIAL, Field.RETURN_CODE),
                Set.of(),
                Stream.of(own(), ProviderFactory.OPTIONS.stream(), OUTLINE.stream(), Tls.OPTIONS.stream())
                        .flatMap(options -> options)
                        .toList());
    }

    private static Stream<Option> own() {
        return Stream.of(
                Option.required(REQUEST_QUEUE, NAME, "the queue's name, such as SI.HA.REQ"),
                Option.required(REPLY_QUEUE, NAME, "the queue's name, such as SI.HA.REP"),
                Option.usually(ASIDE_QUEUE, "", NAME, "the queue's name, such as SI.HA.REP.ASIDE"),
                Option.usually(REVERSED_CODE, "", NAME, "the transaction's code, such as HA2900"));
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        Broker broker = new Broker(profile, jars);
        brokers.put(id, broker);
        return new QueueRoute(profile, id, broker, waiting, new ReplyRouter(profile, waiting, arrivals, clock), clock);
    }

    @Override
    public void removed(ProvinceProfile profile, String id) {
        Broker broker = brokers.remove(id);
        if (broker != null) {
            broker.close();
        }
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new QueueRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        XmlRequests requests = new XmlRequests(profile, StandardCharsets.UTF_8);
        return name -> requests.carries(Field.NAME, name);
    }

    @Override
    public void close() {
        brokers.values().forEach(Broker::close);
    }
}
