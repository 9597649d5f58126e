package io.tongban.sdk.internal.call;

import io.tongban.sdk.internal.access.AccessToken;
import io.tongban.sdk.internal.access.ClockSkew;
import io.tongban.sdk.internal.access.KeySource;
import io.tongban.sdk.internal.access.NotReadyException;
import io.tongban.sdk.internal.access.TokenSource;
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
import java.time.Clock;
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
    private final Clock clock;
    private final @Nullable String scenario;

    Exchange(ClientConfig config) {
        this.baseUrl = config.baseUrl();
        this.timeout = config.timeout();
        this.transport = config.transport();
        this.tokens = config.tokens();
        this.keys = config.keys();
        this.signer = new RequestSigner(config.key().messageSigner(), config.clock());
        this.verifier = new ResponseVerifier(config.clock(), Duration.ofSeconds(60));
        this.clock = config.clock();
        this.scenario = config.scenario();
        this.reader = new AnswerReader(config.clock());
    }

    /** Never completes exceptionally. */
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
        return SignedRequest.of(call, baseUrl, body, trace, whole, token, scenario, signer);
    }

    private static <T> CompletableFuture<Attempt<T>> done(Attempt<T> attempt) {
        return CompletableFuture.completedFuture(attempt);
    }

    private static <T> Attempt<T> notReady(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof NotReadyException known) {
            return new Attempt.NotSent<>(
                    String.valueOf(known.getMessage()), known.isPassing(), known.isHungUp(), known.getCause());
        }
        // A key store, a clock or a transport of the partner's may fail with anything, and with any text.
        return new Attempt.NotSent<>(
                "preparing it failed with " + cause.getClass().getSimpleName(), false, false, null);
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
            return noAnswer("the transport failed with " + cause.getClass().getSimpleName(), null);
        }
        return switch (known.failure()) {
            case NOT_CONNECTED -> new Attempt.NotSent<>("no connection was made", true, false, known);
            case UNTRUSTED ->
                new Attempt.NotSent<>(
                        "the gateway's certificate is not trusted, or is for another host", false, false, known);
            case TIMED_OUT -> noAnswer("no whole answer came in time", known);
            case HUNG_UP ->
                new Attempt.NoAnswer<>(
                        "the far side closed the connection before it answered", true, known, null, null);
            case BROKEN -> noAnswer("the connection broke", known);
            case TOO_LARGE -> new Attempt.Unreadable<>(String.valueOf(known.getMessage()), null);
        };
    }

    private static <T> Attempt<T> noAnswer(String reason, @Nullable Throwable cause) {
        return new Attempt.NoAnswer<>(reason, false, cause, null, null);
    }

    /** Neither status nor body mean anything before this. */
    private <T> CompletableFuture<Attempt<T>> verified(
            Call<T> call, SignedRequest request, TransportResponse answer, GatewayKeys known, boolean mayAskAgain) {
        if (SomethingBetween.answered(answer)) {
            return done(SomethingBetween.attempt(answer, clock.instant()));
        }
        Verification verification = verify(request, answer, known);
        if (verification instanceof Verification.Verified) {
            return done(reader.read(call, request, answer));
        }
        SignatureFailure reason = ((Verification.Rejected) verification).reason();
        if (reason != SignatureFailure.KEY_UNKNOWN || !mayAskAgain) {
            return done(new Attempt.Untrusted<>(reason, hint(reason, answer), AnswerReader.raw(answer)));
        }
        return keys.newerThan(known)
                .exceptionally(unavailable -> known)
                .thenCompose(newer -> verified(call, request, answer, newer, false));
    }

    /** An answer that seems too old or not yet made may be right, and this machine's clock wrong. */
    private String hint(SignatureFailure reason, TransportResponse answer) {
        boolean time = reason == SignatureFailure.EXPIRED || reason == SignatureFailure.FROM_FUTURE;
        return time ? ClockSkew.hint(answer.fields(), clock.instant()) : "";
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
