package io.tongban.sdk.fake;

import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestVerifier;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verification;
import io.tongban.signature.Verification.Rejected;
import io.tongban.signature.Verifier;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a request to its signed answer, in the gateway's order: signature, token, place, key, handler. */
final class FakeGateway {
    private final Partners partners;
    private final Realm realm;
    private final Seal seal;
    private final StoredAnswers answers;
    private final OperatorOperations operators;
    private final List<Route> routes;
    private final RequestVerifier verifier;
    private final Clock clock;

    FakeGateway(
            Partners partners,
            Realm realm,
            Seal seal,
            StoredAnswers answers,
            OperatorOperations operators,
            List<Route> routes,
            Clock clock) {
        this.partners = partners;
        this.realm = realm;
        this.seal = seal;
        this.answers = answers;
        this.operators = operators;
        this.routes = routes;
        this.verifier = new RequestVerifier(clock);
        this.clock = clock;
    }

    /** @param refusal what the request is refused with whatever it asks; null to have it done */
    TransportResponse answer(TransportRequest request, @Nullable Refused refusal) {
        RequestMessage message = new RequestMessage(
                request.method(),
                request.uri().toString(),
                MessageFields.builder().addAll(request.fields()).build());
        try {
            if (refusal != null) {
                throw refusal;
            }
            StoredAnswers.Stored done = done(request, message);
            return sealed(done.status(), "application/json", Map.of(), done.body(), message);
        } catch (Refused refused) {
            Map<String, String> fields = new HashMap<>();
            refused.retryAfter()
                    .ifPresent(wait -> fields.put("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
            byte[] body = Json.write(refused.document(traceId(message)));
            return sealed(refused.status(), "application/problem+json", fields, body, message);
        }
    }

    private TransportResponse sealed(
            int status, String type, Map<String, String> more, byte[] body, RequestMessage message) {
        Map<String, String> fields = new HashMap<>(more);
        if (body.length > 0) {
            fields.put("Content-Type", type);
        }
        return new TransportResponse(status, seal.fields(status, fields, body, message), body);
    }

    private static String traceId(RequestMessage message) {
        return message.fields()
                .single("traceparent")
                .map(parent -> parent.split("-", -1))
                .filter(parts -> parts.length == 4)
                .map(parts -> parts[1])
                .orElse("00000000000000000000000000000001");
    }

    /** Whose token came, and by which key it was signed for. */
    private record Sender(Realm.Token token, String keyid) {}

    private StoredAnswers.Stored done(TransportRequest request, RequestMessage message) {
        URI uri = request.uri();
        Optional<Sender> sender = message.fields().isPresent("authorization")
                ? Optional.of(sender(message, request.body()))
                : Optional.empty();
        Route route = route(request.method(), uri.getRawPath());
        if (!route.scope().isEmpty()) {
            check(route, sender.map(Sender::token).orElseThrow(() -> Refused.with(ProblemType.TOKEN_MISSING)));
        }
        Map<String, String> fields = new HashMap<>();
        request.fields().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
        Request asked = new Request(
                sender.map(Sender::token).map(Realm.Token::clientId).orElse(""),
                sender.map(Sender::keyid).orElse(""),
                Route.checked(route.match(uri.getRawPath()).orElseThrow()),
                Route.checked(Realm.parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery())),
                fields,
                request.body());
        if (!route.scope().isEmpty()) {
            operators.check(asked, route.effect());
        }
        return route.effect()
                ? answers.once(route, asked, request.method() + " " + uri)
                : new StoredAnswers.Stored(
                        route.status(), Json.write(route.handler().apply(asked)));
    }

    private Sender sender(RequestMessage message, byte[] body) {
        String bearer = message.fields().single("authorization").orElse("").replaceFirst("^Bearer ", "");
        Realm.Token token = realm.find(bearer).orElseThrow(() -> Refused.with(ProblemType.TOKEN_INVALID));
        if (token.expiresAt().isBefore(clock.instant())) {
            throw Refused.with(ProblemType.TOKEN_EXPIRED);
        }
        Verification verification = verifier.verify(message, body, keyid -> key(token, keyid));
        if (verification instanceof Verification.Verified verified) {
            return new Sender(token, verified.keyid());
        }
        throw Refused.with(problem(((Rejected) verification).reason()));
    }

    private KeyAnswer key(Realm.Token token, String keyid) {
        @Nullable Verifier known = partners.key(token.clientId(), keyid).orElse(null);
        return known == null ? new KeyAnswer.Unknown() : new KeyAnswer.Found(known);
    }

    private static ProblemType problem(SignatureFailure failure) {
        return switch (failure) {
            case EXPIRED -> ProblemType.SIGNATURE_EXPIRED;
            case FROM_FUTURE -> ProblemType.SIGNATURE_FROM_FUTURE;
            case KEY_UNKNOWN -> ProblemType.SIGNATURE_KEY_UNKNOWN;
            default -> ProblemType.SIGNATURE_INVALID;
        };
    }

    private Route route(String method, String rawPath) {
        List<Route> here = routes.stream()
                .filter(route -> route.match(rawPath).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw Refused.with(ProblemType.NOT_FOUND);
        }
        return here.stream()
                .filter(route -> route.method().equals(method))
                .min(Comparator.comparingInt(Route::places))
                .orElseThrow(() -> Refused.with(ProblemType.METHOD_NOT_ALLOWED));
    }

    private void check(Route route, Realm.Token token) {
        if (partners.read(token.clientId()).state() == PartnerState.SUSPENDED) {
            throw Refused.with(ProblemType.PARTNER_SUSPENDED);
        }
        if (!token.scopes().contains(route.scope())) {
            throw Refused.with(ProblemType.SCOPE_MISSING);
        }
    }
}
