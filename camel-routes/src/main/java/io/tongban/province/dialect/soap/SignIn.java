package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.CommandFields;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Meaning;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.TransactionKind;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The province's sign-in: one token for all calls, renewed by one call while the others wait for it. When it ends is
 * for the province to say, by its return code; its clock may be wrong, and it may drop a sign-in at any time.
 */
final class SignIn {
    private final ProvinceProfile profile;
    private final CommandFields commands;
    private final Serials serials;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile String token = "";
    private volatile long attempts;
    private volatile boolean lastFailed;
    private @Nullable ProducerTemplate template;
    private @Nullable Endpoint exchange;

    SignIn(ProvinceProfile profile, CommandFields commands, Serials serials) {
        this.profile = profile;
        this.commands = commands;
        this.serials = serials;
    }

    /** Tells the way by which the sign-in itself goes to the province. */
    void through(ProducerTemplate template, Endpoint exchange) {
        this.template = template;
        this.exchange = exchange;
    }

    /** @throws CallFailed if there is no token and none can be had */
    String token() {
        String current = token;
        return current.isEmpty() ? after("") : current;
    }

    /**
     * The token that follows one that is over.
     *
     * @throws CallFailed if none can be had
     */
    String after(String over) {
        long seen = attempts;
        try {
            if (!renewal.tryLock(profile.timeouts().together().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CallFailed(CallFailed.NOT_SIGNED_IN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(CallFailed.NOT_SIGNED_IN);
        }
        try {
            return renewed(over, seen);
        } finally {
            renewal.unlock();
        }
    }

    private String renewed(String over, long seen) {
        if (!token.equals(over)) {
            return token;
        }
        if (attempts == seen) {
            attempts = seen + 1;
            lastFailed = true;
            token = ask();
            lastFailed = false;
        } else if (lastFailed) {
            // Whoever went first has just failed; a queue of callers must not fail one after the other.
            throw new CallFailed(CallFailed.NOT_SIGNED_IN);
        }
        return token;
    }

    private String ask() {
        Map<Field, String> fields = commands.head(TransactionKind.SIGN_IN, serials.next());
        fields.put(Field.PASSWORD, profile.password().value());
        SoapCall call = new SoapCall(TransactionKind.SIGN_IN, TransactionKind.SIGN_IN, fields);
        Answer answer = answer(call);
        if (!answer.get(Field.SERIAL).equals(call.field(Field.SERIAL))) {
            throw new CallFailed(CallFailed.NOT_SIGNED_IN);
        }
        Meaning meaning = profile.meaning(answer.get(Field.RETURN_CODE)).orElse(Meaning.Plain.UNCERTAIN);
        if (meaning == Meaning.Plain.ACCESS_REFUSED) {
            throw new CallFailed("access-refused");
        }
        if (meaning != Meaning.Plain.OK) {
            throw new CallFailed(CallFailed.NOT_SIGNED_IN);
        }
        return answer.get(Field.TOKEN);
    }

    private Answer answer(SoapCall call) {
        if (template == null || exchange == null) {
            throw new IllegalStateException("the route is not built");
        }
        Exchange reply = template.send(
                exchange, ExchangePattern.InOut, sent -> sent.getMessage().setBody(call));
        if (reply.getException() == null && reply.getMessage().getBody() instanceof Answer answer) {
            return answer;
        }
        throw new CallFailed(CallFailed.NOT_SIGNED_IN);
    }
}
