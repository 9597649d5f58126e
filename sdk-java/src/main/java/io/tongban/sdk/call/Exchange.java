package io.tongban.sdk.call;

import io.tongban.sdk.access.AccessToken;
import io.tongban.sdk.access.KeySource;
import io.tongban.sdk.access.NotReadyException;
import io.tongban.sdk.access.TokenSource;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportResponse;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseVerifier;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verification;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One try: token and keys, then sign, send, verify, read, in this order. */
final class Exchange {
    private final String baseUrl;
    private final Duration timeout;
    private final Transport transport;
    private final TokenSource tokens;
    private final KeySource keys;
    private final RequestSigner signer;
    private final ResponseVerifier verifier;
    private final AnswerReader reader;

    Exchange(Wiring wiring) {
        this.baseUrl = wiring.baseUrl();
        this.timeout = wiring.timeout();
        this.transport = wiring.transport();
        this.tokens = wiring.tokens();
        this.keys = wiring.keys();
        this.signer = new RequestSigner(wiring.key().messageSigner(), wiring.clock());
        this.verifier = new ResponseVerifier(wiring.clock(), Duration.ofSeconds(60));
        this.reader = new AnswerReader(wiring.clock());
    }

    /** Never completes exceptionally but for a fault of this program. */
    <T> CompletableFuture<Attempt<T>> once(Call<T> call, byte[] body, Trace trace) {
        // The keys before the request: an answer that cannot be checked should not be asked for.
        CompletableFuture<@Nullable AccessToken> token =
                call.authorized() ? tokens.current() : CompletableFuture.completedFuture(null);
        return token.thenCombine(keys.current(), (bearer, known) -> new Ready(signed(call, body, trace, bearer), known))
                .thenCompose(ready -> sent(call, ready))
                .exceptionally(Exchange::notReady);
    }

    void drop(AccessToken token) {
        tokens.drop(token);
    }

    private record Ready(SignedRequest request, GatewayKeys keys) {}

    private SignedRequest signed(Call<?> call, byte[] body, Trace trace, @Nullable AccessToken token) {
        Duration own =
                call.options().timeout() == null ? timeout : call.options().timeout();
        Duration whole = call.preferredWait() == null ? own : own.plus(call.preferredWait());
        return SignedRequest.of(call, baseUrl, body, trace, whole, token, signer);
    }

    private static <T> CompletableFuture<Attempt<T>> done(Attempt<T> attempt) {
        return CompletableFuture.completedFuture(attempt);
    }

    private static <T> Attempt<T> notReady(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof NotReadyException known) {
            return new Attempt.NotSent<>(String.valueOf(known.getMessage()), known.isPassing(), known.getCause());
        }
        throw new CompletionException(cause);
    }

    private <T> CompletableFuture<Attempt<T>> sent(Call<T> call, Ready ready) {
        return CompletableFuture.completedFuture(ready.request().wire())
                .thenCompose(transport::send)
                .thenCompose(answer -> verified(call, ready.request(), answer, ready.keys(), true))
                .exceptionally(Exchange::unanswered);
    }

    /** A transport of someone else's may fail with anything, and with any text. */
    private static <T> Attempt<T> unanswered(Throwable failure) {
        Throwable cause = cause(failure);
        if (!(cause instanceof TransportException known)) {
            return new Attempt.NoAnswer<>(
                    "the transport failed with " + cause.getClass().getSimpleName(), null);
        }
        return switch (known.failure()) {
            case NOT_CONNECTED -> new Attempt.NotSent<>("no connection was made", true, known);
            case TIMED_OUT -> new Attempt.NoAnswer<>("no whole answer came in time", known);
            case BROKEN -> new Attempt.NoAnswer<>("the connection broke", known);
            case TOO_LARGE -> new Attempt.Unreadable<>(String.valueOf(known.getMessage()));
        };
    }

    /** Neither status nor body mean anything before this. */
    private <T> CompletableFuture<Attempt<T>> verified(
            Call<T> call, SignedRequest request, TransportResponse answer, GatewayKeys known, boolean mayAskAgain) {
        Verification verification = verify(request, answer, known);
        if (verification instanceof Verification.Verified) {
            return done(reader.read(call, request, answer));
        }
        SignatureFailure reason = ((Verification.Rejected) verification).reason();
        if (reason != SignatureFailure.KEY_UNKNOWN || !mayAskAgain) {
            return done(new Attempt.Untrusted<>(reason));
        }
        return keys.newerThan(known)
                .exceptionally(unavailable -> known)
                .thenCompose(newer -> verified(call, request, answer, newer, false));
    }

    private Verification verify(SignedRequest request, TransportResponse answer, GatewayKeys known) {
        if (answer.status() < 100 || answer.status() > 599) {
            return new Verification.Rejected(SignatureFailure.MALFORMED, "No HTTP status");
        }
        MessageFields fields = MessageFields.of(answer.fields());
        return verifier.verify(new ResponseMessage(answer.status(), fields, request.message()), answer.body(), known);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }
}
