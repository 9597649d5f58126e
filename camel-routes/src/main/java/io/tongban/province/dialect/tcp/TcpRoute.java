package io.tongban.province.dialect.tcp;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoopGroup;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.LastHeard;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/** The way of a command to a province that speaks tcp: write a frame, exchange it, read a frame. */
final class TcpRoute extends RouteBuilder {
    private static final String COMMAND = "tongban.command";

    private final ProvinceProfile profile;
    private final String id;
    private final EventLoopGroup workers;
    private final CommandFields commands;
    private final TcpCodec codec;
    private final Optional<KeptConnection> kept;

    /** @param kept the connection for all calls; empty if each call has its own */
    TcpRoute(
            ProvinceProfile profile,
            String id,
            TcpCodec codec,
            Optional<KeptConnection> kept,
            EventLoopGroup workers,
            Clock clock) {
        this.profile = profile;
        this.id = id;
        this.workers = workers;
        this.commands = new CommandFields(profile, clock);
        this.codec = codec;
        this.kept = kept;
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        if (kept.isPresent()) {
            from("direct:" + id)
                    .routeId(id)
                    .process(exchange -> exchange(exchange, kept.get()))
                    .process(this::read);
            return;
        }
        from("direct:" + id)
                .routeId(id)
                .process(this::write)
                .doTry()
                .to(TcpEndpoint.of(profile, id, getContext(), workers))
                .doCatch(NoSuchElementException.class)
                .process(this::notConnected)
                .end()
                .process(this::read);
    }

    private void write(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        exchange.setProperty(COMMAND, command);
        exchange.getMessage().setBody(Unpooled.wrappedBuffer(codec.write(command, commands.of(command))));
    }

    private void exchange(Exchange exchange, KeptConnection connection) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        exchange.setProperty(COMMAND, command);
        byte[] frame = codec.write(command, commands.of(command));
        exchange.getMessage().setBody(connection.exchange(command.serial(), frame));
    }

    /** Camel's pool says so when a fresh connection has failed before it could be looked at. */
    private void notConnected(Exchange exchange) {
        throw new CallFailed(UnknownCause.NOT_CONNECTED);
    }

    private void read(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof byte[] frame)) {
            throw new CallFailed(UnknownCause.CONNECTION_CUT);
        }
        LastHeard.note(frame);
        exchange.getMessage().setBody(codec.read(frame, exchange.getProperty(COMMAND, ProvinceCommand.class)));
    }
}
