package io.tongban.province.dialect.queue;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.dialect.LastHeard;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way of a command to a province that speaks queue: put it on the request queue and wait a while for its answer.
 * Beside it runs the way of whatever lies on the reply queue.
 */
final class QueueRoute extends RouteBuilder {
    private static final String CALLER = "tongban.caller";
    private static final String BEGAN = "tongban.began";
    private static final String CORRELATION = "JMSCorrelationID";

    private final ProvinceProfile profile;
    private final String id;
    private final QueueEndpoints endpoints;
    private final PendingCalls waiting;
    private final CommandFields commands;
    private final QueueCodec codec;
    private final ReplyConsumer consumer;

    QueueRoute(
            ProvinceProfile profile, String id, Broker broker, PendingCalls waiting, ReplyRouter router, Clock clock) {
        this.profile = profile;
        this.id = id;
        this.endpoints = new QueueEndpoints(profile, id, broker);
        this.waiting = waiting;
        this.commands = new CommandFields(profile, clock);
        this.codec = new QueueCodec(profile);
        this.consumer = new ReplyConsumer(profile, router);
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller, or to the broker.
        errorHandler(noErrorHandler());
        from("direct:" + id)
                .routeId(id)
                .process(this::write)
                .doTry()
                .to(ExchangePattern.InOnly, endpoints.requests(getContext()))
                .doCatch(Exception.class)
                .process(this::notSent)
                .end()
                .process(this::await);

        from(endpoints.replies(getContext(), consumer::close))
                .routeId(id + "-replies")
                .process(consumer::take)
                .filter(exchange -> consumer.isAside(exchange))
                .to(ExchangePattern.InOnly, endpoints.aside(getContext()))
                .end();
    }

    private void write(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        String text = codec.write(command, commands.of(command));
        exchange.setProperty(BEGAN, System.nanoTime());
        // Before it is sent, or the answer might be there before the one who waits for it.
        exchange.setProperty(CALLER, waiting.join(command, codec));
        exchange.getMessage().setHeader(CORRELATION, command.serial());
        exchange.getMessage().setBody(text);
    }

    private void notSent(Exchange exchange) {
        exchange.getProperty(CALLER, PendingCalls.Caller.class).close();
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        throw new CallFailed(BrokerFailure.reasonOf(cause));
    }

    private void await(Exchange exchange) {
        try (PendingCalls.Caller caller = exchange.getProperty(CALLER, PendingCalls.Caller.class)) {
            long spent = System.nanoTime() - exchange.getProperty(BEGAN, Long.class);
            Duration left = profile.timeouts().together().minusNanos(spent);
            Duration reply = profile.timeouts().reply();
            Optional<PendingCalls.Given> given = caller.await(left.compareTo(reply) < 0 ? left : reply);
            given.ifPresent(message -> LastHeard.note(() -> message.text().getBytes(StandardCharsets.UTF_8)));
            exchange.getMessage()
                    .setBody(given.<DialectReply>map(PendingCalls.Given::answer)
                            .orElseGet(() -> withoutAnswer(caller.command())));
        }
    }

    /** The broker has the command for certain, and its answer will come to the arrivals; a question is just lost. */
    private static DialectReply withoutAnswer(ProvinceCommand command) {
        if (TransactionKind.of(command).hasEffect()) {
            return new DialectReply.NotYet(null);
        }
        throw new CallFailed(UnknownCause.TIMEOUT);
    }
}
