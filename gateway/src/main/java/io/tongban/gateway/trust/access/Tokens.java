package io.tongban.gateway.trust.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;

/** Has quarkus-oidc check the access token (RFC 6750), and tells in our own words why it was refused. */
@ApplicationScoped
public class Tokens {
    private static final String SCHEME = "bearer ";
    private static final int UNAUTHORIZED = 401;

    private final TokenDiagnosis diagnosis;
    private final Strangers strangers;
    private final CallerAddress callers;

    @Inject
    public Tokens(TokenDiagnosis diagnosis, Strangers strangers, CallerAddress callers) {
        this.diagnosis = diagnosis;
        this.strangers = strangers;
        this.callers = callers;
    }

    /**
     * Checks issuer, audience, expiry and signature of the token; to be called on the event loop.
     *
     * @return the token's holder, or a {@link ProblemException}
     */
    public Uni<SecurityIdentity> check(RoutingContext context, ReceivedRequest request) {
        InetAddress address = callers.of(context.request());
        List<String> values = request.message().fields().values("authorization");
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

    private Uni<SecurityIdentity> checked(RoutingContext context, List<String> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().failure(new ProblemException(ProblemType.TOKEN_MISSING));
        }
        String value = values.get(0);
        if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom()
                    .failure(new ProblemException(ProblemType.TOKEN_INVALID, "Send one Bearer token, RFC 6750"));
        }
        String token = value.substring(SCHEME.length()).strip();
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator
                .attemptAuthentication(context)
                .onFailure()
                .transform(refusal -> diagnosis.of(token, refusal))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.TOKEN_INVALID))
                .invoke(identity -> QuarkusHttpUser.setIdentity(identity, context));
    }
}
