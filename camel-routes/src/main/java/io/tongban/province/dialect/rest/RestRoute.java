package io.tongban.province.dialect.rest;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way of a command to a province that speaks rest: sign in, exchange; and once more where the province says that
 * nothing was done, because the sign-in was over or the clocks differ.
 */
final class RestRoute extends RouteBuilder {
    private static final String CALL = "tongban.call";
    private static final Set<Meaning> NOTHING_DONE = Set.of(Meaning.Plain.SIGN_IN_AGAIN, Meaning.Plain.CLOCK_DIFFERS);

    private final ProvinceProfile profile;
    private final String id;
    private final ProvinceClock clock;
    private final CommandFields commands;
    private final RestCodec codec;
    private final RestClient client;
    private final SignIn signIn;

    RestRoute(ProvinceProfile profile, String id, Executor threads, Clock clock, Serials serials) {
        this.profile = profile;
        this.id = id;
        this.clock = new ProvinceClock(clock);
        this.commands = new CommandFields(profile, this.clock);
        this.codec = new RestCodec(profile);
        this.client = new RestClient(profile, threads, clock);
        this.signIn = new SignIn(profile, commands, serials, this.clock, this::exchanged);
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        from("direct:" + id)
                .routeId(id)
                .process(this::begin)
                .process(this::exchange)
                .filter(this::nothingWasDone)
                .process(this::beginAgain)
                .process(this::exchange)
                .end();
    }

    private void begin(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        RestCall call = RestCall.of(command, commands.of(command));
        // What cannot be carried is refused before the sign-in, let alone the call.
        codec.requireCarried(call);
        exchange.setProperty(CALL, call.with(Field.TOKEN, signIn.number()));
    }

    private boolean nothingWasDone(Exchange exchange) {
        return NOTHING_DONE.contains(meaning(exchange));
    }

    private void beginAgain(Exchange exchange) {
        RestCall call = call(exchange);
        if (meaning(exchange) == Meaning.Plain.SIGN_IN_AGAIN) {
            exchange.setProperty(CALL, call.with(Field.TOKEN, signIn.after(call.field(Field.TOKEN))));
        } else {
            clock.follow(exchange.getMessage().getBody(Answer.class), profile.formats());
        }
    }

    private Meaning meaning(Exchange exchange) {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        boolean ours = answer.get(Field.SERIAL).equals(call(exchange).field(Field.SERIAL));
        return profile.meaning(answer.get(Field.RETURN_CODE))
                .filter(meaning -> ours)
                .orElse(Meaning.Plain.UNCERTAIN);
    }

    private static RestCall call(Exchange exchange) {
        return exchange.getProperty(CALL, RestCall.class);
    }

    private void exchange(Exchange exchange) {
        exchange.getMessage().setBody(exchanged(call(exchange)));
    }

    private Answer exchanged(RestCall call) {
        // The moment of sending, by the province's clock as far as it is known by now.
        byte[] request = codec.write(call.with(commands.sentNow()));
        byte[] answer = client.post(profile.transaction(call.kind()).code(), request);
        return codec.read(answer, call.answer());
    }
}
