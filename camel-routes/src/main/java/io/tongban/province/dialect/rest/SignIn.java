package io.tongban.province.dialect.rest;

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
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How this dialect signs in: by a signed call of its own, whose answer has the number that all others then carry. */
final class SignIn {
    /** Reasons that say more than that there is no sign-in, and do not sound as if the call itself had been sent. */
    private static final Set<UnknownCause> TELLING = Set.of(
            UnknownCause.NOT_CONNECTED,
            UnknownCause.TLS,
            UnknownCause.BUSY_THERE,
            UnknownCause.ACCESS_REFUSED,
            UnknownCause.CLOCK_DIFFERS);

    /** What every request can carry: a number that none could would have each refused, as if it were at fault. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.~+/=-]{1,128}");

    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final Serials serials;
    private final ProvinceClock clock;
    private final Function<RestCall, Answer> exchange;
    private final SharedSignIn shared;

    /** @param exchange takes a call to the province and back; throws {@link CallFailed} */
    SignIn(
            ProvinceProfile profile,
            CommandFields commands,
            Serials serials,
            ProvinceClock clock,
            Function<RestCall, Answer> exchange) {
        this.profile = profile;
        this.commands = commands;
        this.serials = serials;
        this.clock = clock;
        this.exchange = exchange;
        this.shared =
                new SharedSignIn(profile.code().value(), profile.timeouts().together(), this::ask);
    }

    /** @throws CallFailed if there is no sign-in number and none can be had */
    String number() {
        return shared.token();
    }

    /**
     * The number that follows one that is over.
     *
     * @throws CallFailed if none can be had
     */
    String after(String over) {
        return shared.after(over);
    }

    private String ask() {
        try {
            Answer answer = once();
            if (meaning(answer) == Meaning.Plain.CLOCK_DIFFERS) {
                clock.follow(answer, profile.formats());
                answer = once();
            }
            return number(answer);
        } catch (CallFailed e) {
            throw new CallFailed(TELLING.contains(e.reason()) ? e.reason() : UnknownCause.NOT_SIGNED_IN);
        }
    }

    private Answer once() {
        RestCall call = new RestCall(
                TransactionKind.SIGN_IN,
                TransactionKind.SIGN_IN,
                commands.head(TransactionKind.SIGN_IN, serials.next()));
        Answer answer = exchange.apply(call);
        if (!answer.get(Field.SERIAL).equals(call.field(Field.SERIAL))) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return answer;
    }

    private Meaning meaning(Answer answer) {
        return profile.meaning(answer.get(Field.RETURN_CODE)).orElse(Meaning.Plain.UNCERTAIN);
    }

    private String number(Answer answer) {
        Meaning meaning = meaning(answer);
        if (meaning == Meaning.Plain.OK
                && NUMBER.matcher(answer.get(Field.TOKEN)).matches()) {
            return answer.get(Field.TOKEN);
        }
        if (meaning == Meaning.Plain.ACCESS_REFUSED) {
            throw new CallFailed(UnknownCause.ACCESS_REFUSED);
        }
        if (meaning == Meaning.Plain.BUSY) {
            throw new CallFailed(UnknownCause.BUSY_THERE);
        }
        throw new CallFailed(
                meaning == Meaning.Plain.CLOCK_DIFFERS ? UnknownCause.CLOCK_DIFFERS : UnknownCause.NOT_SIGNED_IN);
    }
}
