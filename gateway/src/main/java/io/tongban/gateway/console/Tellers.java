package io.tongban.gateway.console;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.operator.BankOperator;
import io.tongban.gateway.counter.operator.OperatorService;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.access.KnownPartners;
import io.tongban.gateway.trust.access.RateLimits;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jdbi.v3.core.Jdbi;

/**
 * The operator behind the login of this request. The realm says which bank's which staff number somebody has; whether that
 * one may still work, and as what, is asked of the bank's register with each request, as for banks with software of their
 * own.
 */
@RequestScoped
public class Tellers {
    private static final String BANK = "tongban_bank";
    private static final String STAFF_NUMBER = "tongban_staff";
    private static final String LOGGED_IN = "auth_time";
    /** From the password to the token of it: whoever came by an older session has not typed one. */
    private static final long FRESH_SECONDS = 120;

    private static final String SESSION = "sid";
    /** Of the identity, as quarkus-oidc sets it: which login it came by. */
    private static final String TENANT = "tenant-id";

    private final SecurityIdentity identity;
    private final KnownPartners partners;
    private final OperatorService operators;
    private final Stops stops;
    private final RateLimits limits;
    private final CurrentVertxRequest request;
    private final Jdbi jdbi;

    @Inject
    public Tellers(
            SecurityIdentity identity,
            KnownPartners partners,
            OperatorService operators,
            Stops stops,
            RateLimits limits,
            CurrentVertxRequest request,
            Jdbi jdbi) {
        this.identity = identity;
        this.partners = partners;
        this.operators = operators;
        this.stops = stops;
        this.limits = limits;
        this.request = request;
        this.jdbi = jdbi;
    }

    /**
     * @param operations what is asked for
     * @throws ProblemException rate-limited, partner-unknown, partner-suspended, operator-unknown, operator-suspended or
     *     stopped
     */
    Teller current(PageOperation... operations) {
        Principal.Operator by = new Principal.Operator(claim(BANK), claim(STAFF_NUMBER));
        String bank = by.tenant();
        String staffNumber = by.staffNumber();
        // Of its own first: who may not serve any more must not use up what the bank has.
        limits.require(by.id());
        KnownPartners.Active partner = partners.active(bank);
        BankOperator operator = jdbi.withHandle(handle -> {
            stops.check(handle, PageOperation.targets(by, operations));
            return operators.serving(handle, bank, staffNumber);
        });
        limits.require(bank);
        Caller.becomes(request.getCurrent(), by);
        return new Teller(
                by,
                partner.creditCode(),
                partner.name(),
                operator.role() == BankOperator.Role.SUPERVISOR,
                role(operator.role()),
                claim(SESSION));
    }

    /**
     * Who may end a day: a supervisor who has given the password for it.
     *
     * @throws ProblemException as {@link #current}, and operator-role
     */
    Teller supervisor(PageOperation operation) {
        Teller teller = current(operation);
        boolean isFresh = token().<Object>claim(LOGGED_IN)
                .map(at -> token().getIssuedAtTime() - Long.parseLong(at.toString()) <= FRESH_SECONDS)
                .orElse(false);
        boolean isForTheDay = CounterLogins.SUPERVISOR.equals(identity.getAttribute(TENANT));
        if (!teller.isSupervisor() || !isForTheDay || !isFresh) {
            throw new ProblemException(ProblemType.OPERATOR_ROLE);
        }
        return teller;
    }

    /** Of these pages' logins the principal is the ID token. */
    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(ProblemType.OPERATOR_UNKNOWN);
    }

    private String claim(String name) {
        String value = token().getClaim(name);
        if (value == null) {
            throw new ProblemException(ProblemType.OPERATOR_UNKNOWN);
        }
        return value;
    }

    private static Notice role(BankOperator.Role role) {
        return switch (role) {
            case TELLER -> new Notice("柜员", "Teller");
            case SUPERVISOR -> new Notice("主管", "Supervisor");
            case AUDITOR -> new Notice("审计", "Auditor");
        };
    }
}
