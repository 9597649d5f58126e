package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;

/** The way of a command to a province that speaks soap: sign in, exchange; sign in again if that was over. */
final class SoapRoute extends RouteBuilder {
    private static final String CALL = "tongban.call";

    private final ProvinceProfile profile;
    private final String id;
    private final CommandFields commands;
    private final SoapCodec codec;
    private final SoapClient client;
    /** Absent where the province knows us without. */
    private final Optional<SignIn> signIn;

    SoapRoute(ProvinceProfile profile, String id, Executor threads, Clock clock, Serials serials) {
        this.profile = profile;
        this.id = id;
        this.commands = new CommandFields(profile, clock);
        this.codec = new SoapCodec(profile, new UsernameToken(profile, clock));
        this.client = new SoapClient(profile, threads);
        this.signIn = profile.find(TransactionKind.SIGN_IN)
                .map(there -> new SignIn(profile, commands, serials, this::exchanged));
    }

    @Override
    public void configure() {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        from("direct:" + id)
                .routeId(id)
                .process(this::begin)
                .process(this::exchange)
                .filter(this::signInIsOver)
                .process(this::beginAgain)
                .process(this::exchange)
                .end();
    }

    private void begin(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        SoapCall call = SoapCall.of(command, commands.of(command))
                .with(Field.PASSWORD, profile.password().value());
        // What cannot be carried is refused before the sign-in, let alone the call.
        codec.write(call);
        exchange.setProperty(
                CALL, signIn.isPresent() ? call.with(Field.TOKEN, signIn.get().token()) : call);
    }

    private boolean signInIsOver(Exchange exchange) {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        return signIn.isPresent()
                && call(exchange).field(Field.SERIAL).equals(answer.get(Field.SERIAL))
                && profile.meaning(answer.get(Field.RETURN_CODE))
                        .filter(meaning -> meaning == Meaning.Plain.SIGN_IN_AGAIN)
                        .isPresent();
    }

    private void beginAgain(Exchange exchange) {
        SoapCall call = call(exchange);
        exchange.setProperty(CALL, call.with(Field.TOKEN, signIn.orElseThrow().after(call.field(Field.TOKEN))));
    }

    private static SoapCall call(Exchange exchange) {
        return exchange.getProperty(CALL, SoapCall.class);
    }

    private void exchange(Exchange exchange) {
        exchange.getMessage().setBody(exchanged(call(exchange)));
    }

    private Answer exchanged(SoapCall call) {
        return codec.read(client.post(call.kind(), codec.write(call)), call);
    }
}
