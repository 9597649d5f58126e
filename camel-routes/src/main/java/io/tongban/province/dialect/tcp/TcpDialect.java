package io.tongban.province.dialect.tcp;

import io.netty.channel.EventLoopGroup;
import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;

/** Speaks {@code docs/dialects/tcp.md} through Netty; all provinces share its few threads. */
public final class TcpDialect implements Dialect {
    private static final List<Option> OPTIONS = Stream.of(
                    Stream.of(Option.usually(DialectNeeds.LAYOUT, "fixed", "fixed|tlv|xml", "fixed, tlv or xml")),
                    Framing.OPTIONS.stream(),
                    TagLengthValue.OPTIONS.stream(),
                    XmlFrame.OPTIONS.stream(),
                    Heartbeat.OPTIONS.stream(),
                    Tls.OPTIONS.stream())
            .flatMap(options -> options)
            .toList();

    private final Clock clock;
    private final Map<String, KeptConnection> kept = new ConcurrentHashMap<>();
    private final EventLoopGroup workers;

    public TcpDialect(Clock clock) {
        this.clock = clock;
        this.workers = new NettyWorkerPoolBuilder().withName("tongban-tcp").build();
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "tcp",
                DialectNeeds.Placing.WIDTHS,
                Set.of("tcp", "tls"),
                Set.of("GBK", "GB18030", "UTF-8", "cp935", "cp1388"),
                Set.of(),
                Set.of(Field.TRANSACTION, Field.SERIAL),
                Set.of(Field.TRANSACTION, Field.SERIAL, Field.RETURN_CODE),
                Set.of(Field.KEY, Field.PASSWORD),
                OPTIONS);
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        TcpCodec codec = new TcpCodec(profile);
        if (!profile.options().text(Heartbeat.CONNECTION).equals(Heartbeat.KEPT)) {
            return new TcpRoute(profile, id, codec, Optional.empty(), workers, clock);
        }
        KeptConnection connection = new KeptConnection(profile, codec, workers);
        kept.put(id, connection);
        return new TcpRoute(profile, id, codec, Optional.of(connection), workers, clock);
    }

    @Override
    public void removed(ProvinceProfile profile, String id) {
        KeptConnection connection = kept.remove(id);
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new TcpRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        FrameLayout layout = FrameLayout.of(profile);
        List<Slot> names = profile.transactions().values().stream()
                .flatMap(transaction -> transaction.request().stream())
                .filter(slot -> slot.field() == Field.NAME)
                .toList();
        return name -> names.stream().allMatch(slot -> layout.carries(name, slot));
    }

    @Override
    public void close() {
        kept.values().forEach(KeptConnection::close);
        workers.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
