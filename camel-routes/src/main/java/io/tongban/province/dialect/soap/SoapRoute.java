package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.cxf.Bus;

/** The way of a command to a province that speaks soap: sign in, exchange; sign in again if that was over. */
final class SoapRoute extends RouteBuilder {
    private static final String CALL = "tongban.call";

    private final ProvinceProfile profile;
    private final String id;
    private final Bus bus;
    private final CommandFields commands;
    private final SoapCodec codec;
    private final SignIn signIn;

    SoapRoute(ProvinceProfile profile, String id, Bus bus, Clock clock, Serials serials) {
        this.profile = profile;
        this.id = id;
        this.bus = bus;
        this.commands = new CommandFields(profile, clock);
        this.codec = new SoapCodec(profile);
        this.signIn = new SignIn(profile, commands, serials);
    }

    @Override
    public void configure() throws Exception {
        // Camel's own error handler would log what it handles; failures belong to the caller.
        errorHandler(noErrorHandler());
        String exchange = "direct:" + id + "-exchange";
        signIn.through(getContext().createProducerTemplate(), getContext().getEndpoint(exchange));

        from("direct:" + id)
                .routeId(id)
                .process(this::begin)
                .to(exchange)
                .filter(this::signInIsOver)
                .process(this::beginAgain)
                .to(exchange)
                .end();

        from(exchange)
                .routeId(id + "-exchange")
                .process(this::write)
                .to(SoapEndpoint.of(profile, getContext(), bus))
                .process(this::read);
    }

    private void begin(Exchange exchange) throws InvalidPayloadException {
        ProvinceCommand command = exchange.getMessage().getMandatoryBody(ProvinceCommand.class);
        SoapCall call = SoapCall.of(command, commands.of(command));
        // What cannot be carried is refused before the sign-in, let alone the call.
        codec.write(call);
        sign(exchange, call, signIn.token());
    }

    private boolean signInIsOver(Exchange exchange) {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        String serial = exchange.getProperty(CALL, SoapCall.class).field(Field.SERIAL);
        return serial.equals(answer.get(Field.SERIAL))
                && profile.meaning(answer.get(Field.RETURN_CODE))
                        .filter(meaning -> meaning == Meaning.Plain.SIGN_IN_AGAIN)
                        .isPresent();
    }

    private void beginAgain(Exchange exchange) {
        SoapCall call = exchange.getProperty(CALL, SoapCall.class);
        sign(exchange, call, signIn.after(call.field(Field.TOKEN)));
    }

    private static void sign(Exchange exchange, SoapCall call, String token) {
        exchange.getMessage().setBody(call.with(Field.TOKEN, token));
    }

    private void write(Exchange exchange) throws InvalidPayloadException {
        SoapCall call = exchange.getMessage().getMandatoryBody(SoapCall.class);
        exchange.setProperty(CALL, call);
        exchange.getMessage().setBody(SoapPayload.of(codec.write(call)));
    }

    private void read(Exchange exchange) {
        SoapCall call = exchange.getProperty(CALL, SoapCall.class);
        String result = SoapPayload.text(exchange.getMessage().getBody());
        exchange.getMessage().setBody(codec.read(result, call.answer()));
    }
}
