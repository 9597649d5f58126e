package io.tongban.cli;

import io.tongban.signature.ContentDigest;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.MessageFields;
import io.tongban.signature.ReceivedBase;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestVerifier;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseVerifier;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.SignatureRefusedException;
import io.tongban.signature.Verification;
import io.tongban.signature.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver sees in one message.
 *
 * @param title the message in a line
 * @param base computes the base, or fails with why it cannot be
 * @param verifier judges as if the time were the given clock's
 */
record Explanation(
        String title, SavedMessage saved, Supplier<ReceivedBase> base, Function<Clock, Verification> verifier) {

    static Explanation ofRequest(SavedMessage saved, RequestMessage message, KeyLookup keys) {
        return new Explanation(
                "request " + message.method() + " " + message.targetUri(),
                saved,
                () -> ReceivedBase.ofRequest(message),
                clock -> new RequestVerifier(clock).verify(message, saved.body(), keys));
    }

    static Explanation ofWebhook(SavedMessage saved, RequestMessage message, KeyLookup keys) {
        return new Explanation(
                "webhook " + message.method() + " " + message.targetUri(),
                saved,
                () -> ReceivedBase.ofWebhook(message),
                clock -> new WebhookVerifier(clock, Duration.ofMinutes(5)).verify(message, saved.body(), keys));
    }

    static Explanation ofAnswer(SavedMessage saved, RequestMessage request, KeyLookup keys) {
        ResponseMessage message = new ResponseMessage(saved.status(), saved.fields(), request);
        return new Explanation(
                "answer " + saved.status() + " to " + request.method() + " " + request.targetUri(),
                saved,
                () -> ReceivedBase.ofResponse(message),
                clock -> new ResponseVerifier(clock, Duration.ofSeconds(60)).verify(message, saved.body(), keys));
    }

    /** @return whether nothing was found to be wrong */
    boolean tell(Console console, @Nullable Instant at, Optional<byte[]> signed) {
        console.result(title);
        tellBody(console);
        Optional<ReceivedBase> computed = computed(console);
        computed.ifPresent(received -> tellBase(console, received));
        boolean same = computed.isEmpty() || signed.isEmpty() || compared(console, computed.get(), signed.get());
        return tellVerdict(console, moment(computed, at)) && same;
    }

    private Optional<ReceivedBase> computed(Console console) {
        try {
            return Optional.of(base.get());
        } catch (SignatureRefusedException none) {
            console.result("base: none can be computed: " + none.detail());
            return Optional.empty();
        }
    }

    private void tellBody(Console console) {
        byte[] body = saved.body();
        console.result("body: " + body.length + " octets" + (body.length == 0 ? "" : ", " + ContentDigest.of(body)));
        MessageFields fields = saved.fields();
        if (!fields.isPresent(ContentDigest.FIELD) || fits(body)) {
            return;
        }
        boolean editor = saved.bodyWithoutLastLineEnd().filter(this::fits).isPresent();
        console.result("  its Content-Digest is that of another body"
                + (editor ? ": of this one without its last line end, which an editor may have appended" : ""));
    }

    private boolean fits(byte[] body) {
        try {
            ContentDigest.check(saved.fields().values(ContentDigest.FIELD), body);
            return true;
        } catch (SignatureRefusedException not) {
            return false;
        }
    }

    private static void tellBase(Console console, ReceivedBase received) {
        console.result("signature: " + received.parameters().serialized());
        console.result("base, as the receiver computes it (of a token its digest alone):");
        received.withoutToken().lines().forEach(line -> console.result("  " + line));
    }

    private static boolean compared(Console console, ReceivedBase received, byte[] signed) {
        Optional<BaseDifference> whole = BaseDifference.between(received.base().text(), signed);
        // A base that was shown without its token can be compared as well: the one that is alike for longer is meant.
        Optional<BaseDifference> shown = BaseDifference.between(received.withoutToken(), signed);
        if (whole.isEmpty() || shown.isEmpty()) {
            console.result("your base: the same, to the last octet");
            return true;
        }
        BaseDifference meant = whole.get().offset() >= shown.get().offset() ? whole.get() : shown.get();
        meant.lines().forEach(console::result);
        return false;
    }

    /** Without a time the message is judged at the moment of its signing: a file gets old. */
    private static Instant moment(Optional<ReceivedBase> computed, @Nullable Instant at) {
        return at != null
                ? at
                : computed.flatMap(received -> received.parameters().integer("created"))
                        .map(Instant::ofEpochSecond)
                        .orElse(Instant.EPOCH);
    }

    private boolean tellVerdict(Console console, Instant moment) {
        Verification verdict = verifier.apply(Clock.fixed(moment, ZoneOffset.UTC));
        if (verdict instanceof Verification.Verified) {
            console.result("verdict: the signature holds, judged at " + moment);
            return true;
        }
        Verification.Rejected rejected = (Verification.Rejected) verdict;
        console.result("verdict: " + rejected.reason().code() + ": " + rejected.detail());
        if (rejected.reason() == SignatureFailure.KEY_UNKNOWN) {
            console.result("  the key that it names is not at hand here: give it with --keys");
        }
        ProblemText.advice(rejected.reason().code()).forEach(console::result);
        return false;
    }
}
