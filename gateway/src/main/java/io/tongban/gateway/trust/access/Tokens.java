package io.tongban.gateway.trust.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Has quarkus-oidc check the access token (RFC 6750), and tells in our own words why it was refused. */
@ApplicationScoped
public class Tokens {
    private static final String SCHEME = "bearer ";
    private static final int UNAUTHORIZED = 401;

    private final TokenDiagnosis diagnosis;
    private final Strangers strangers;
    private final CallerAddress callers;
    private final CheckedTokens lately;
    private final Clock clock;

    @Inject
    public Tokens(
            TokenDiagnosis diagnosis, Strangers strangers, CallerAddress callers, CheckedTokens lately, Clock clock) {
        this.diagnosis = diagnosis;
        this.strangers = strangers;
        this.callers = callers;
        this.lately = lately;
        this.clock = clock;
    }

    /**
     * Checks issuer, audience, expiry and signature of the token; to be called on the event loop. A token that was good
     * a moment ago is known again without all that.
     *
     * @return the token's holder, or a {@link ProblemException}
     */
    public Uni<TokenHolder> check(RoutingContext context, ReceivedRequest request) {
        List<String> values = request.message().fields().values("authorization");
        Optional<TokenHolder> known =
                values.size() == 1 && isBearer(values.get(0)) ? lately.find(token(values.get(0))) : Optional.empty();
        if (known.isPresent()) {
            known.get().enter(context);
            return Uni.createFrom().item(known.get());
        }
        return checkedAnew(context, values);
    }

    private Uni<TokenHolder> checkedAnew(RoutingContext context, List<String> values) {
        InetAddress address = callers.of(context.request());
        if (!strangers.mayTry(address, values.isEmpty() ? "" : values.get(0))) {
            return Uni.createFrom().failure(strangers.tooMany());
        }
        return checked(context, values)
                .invoke(holder -> strangers.welcome(values.get(0)))
                .onFailure(Tokens::isCallers)
                .invoke(refused -> strangers.count(address));
    }

    /** A realm that does not answer is nobody's flood. */
    private static boolean isCallers(Throwable refused) {
        return refused instanceof ProblemException problem && problem.type().status() == UNAUTHORIZED;
    }

    private Uni<TokenHolder> checked(RoutingContext context, List<String> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().failure(new ProblemException(ProblemType.TOKEN_MISSING));
        }
        String value = values.get(0);
        if (values.size() > 1 || !isBearer(value)) {
            return Uni.createFrom()
                    .failure(new ProblemException(ProblemType.TOKEN_INVALID, "Send one Bearer token, RFC 6750"));
        }
        String token = token(value);
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator
                .attemptAuthentication(context)
                .onFailure()
                .transform(refusal -> diagnosis.of(token, refusal))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.TOKEN_INVALID))
                .map(identity -> entered(context, token, identity));
    }

    private TokenHolder entered(RoutingContext context, String token, SecurityIdentity checked) {
        TokenHolder holder = TokenHolder.of(checked, context, TokenDiagnosis.keyId(token));
        // quarkus-oidc goes by the machine's time; what is kept goes by the gateway's clock, and both have to agree.
        if (!clock.instant().isBefore(holder.expiresAt())) {
            throw new ProblemException(ProblemType.TOKEN_EXPIRED);
        }
        lately.keep(holder);
        holder.enter(context);
        return holder;
    }

    private static boolean isBearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static String token(String value) {
        return value.substring(SCHEME.length()).strip();
    }
}
