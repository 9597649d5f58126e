package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.SharedSignIn;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How this dialect signs in: by a call of its own, with the password, through the same exchange as all others. */
final class SignIn {
    /** Reasons that say more than that there is no sign-in, and do not sound as if the call itself had been sent. */
    private static final Set<UnknownCause> TELLING =
            Set.of(UnknownCause.NOT_CONNECTED, UnknownCause.TLS, UnknownCause.ACCESS_REFUSED);

    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final Serials serials;
    private final SharedSignIn shared;
    private final Function<SoapCall, Answer> exchange;

    /** @param exchange the way by which all calls go to the province */
    SignIn(ProvinceProfile profile, CommandFields commands, Serials serials, Function<SoapCall, Answer> exchange) {
        this.exchange = exchange;
        this.profile = profile;
        this.commands = commands;
        this.serials = serials;
        this.shared =
                new SharedSignIn(profile.code().value(), profile.timeouts().together(), this::ask);
    }

    /** @throws CallFailed if there is no token and none can be had */
    String token() {
        return shared.token();
    }

    /**
     * The token that follows one that is over.
     *
     * @throws CallFailed if none can be had
     */
    String after(String over) {
        return shared.after(over);
    }

    private String ask() {
        try {
            return asked();
        } catch (CallFailed e) {
            throw new CallFailed(TELLING.contains(e.reason()) ? e.reason() : UnknownCause.NOT_SIGNED_IN);
        }
    }

    private String asked() {
        Map<Field, String> fields = commands.head(TransactionKind.SIGN_IN, serials.next());
        fields.put(Field.PASSWORD, profile.password().value());
        SoapCall call = new SoapCall(TransactionKind.SIGN_IN, TransactionKind.SIGN_IN, fields);
        Answer answer = exchange.apply(call);
        if (!answer.get(Field.SERIAL).equals(call.field(Field.SERIAL))) {
            throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
        }
        Meaning meaning = profile.meaning(answer.get(Field.RETURN_CODE)).orElse(Meaning.Plain.UNCERTAIN);
        if (meaning == Meaning.Plain.ACCESS_REFUSED) {
            throw new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        if (meaning != Meaning.Plain.OK) {
            throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
        }
        return answer.get(Field.TOKEN);
    }
}
