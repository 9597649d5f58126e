package io.tongban.province.dialect.tcp;

import io.netty.channel.EventLoopGroup;
import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;

/** Speaks {@code docs/dialects/tcp.md} through Netty; all provinces share its few threads. */
public final class TcpDialect implements Dialect {
    private final Clock clock;
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
                Set.of("GBK", "GB18030"),
                Set.of(),
                Set.of(Field.TRANSACTION, Field.SERIAL),
                Set.of(Field.TRANSACTION, Field.SERIAL, Field.RETURN_CODE),
                Set.of(Field.KEY),
                Stream.concat(LengthField.OPTIONS.stream(), Tls.OPTIONS.stream())
                        .toList());
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        return new TcpRoute(profile, id, workers, clock);
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new TcpRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        FixedWidth fixedWidth = new FixedWidth(profile.charset());
        List<Slot> names = profile.transactions().values().stream()
                .flatMap(transaction -> transaction.request().stream())
                .filter(slot -> slot.field() == Field.NAME)
                .toList();
        return name -> names.stream().allMatch(slot -> fixedWidth.carries(name, slot.width()));
    }

    @Override
    public void close() {
        workers.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
