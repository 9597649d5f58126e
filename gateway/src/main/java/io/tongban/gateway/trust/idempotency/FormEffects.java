package io.tongban.gateway.trust.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Effects of forms on pages: each once for the key that its page gave it, whoever presses the button how often. */
@ApplicationScoped
public class FormEffects {
    private static final int WAITERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SEE_OTHER = 303;

    private final IdempotentExecutor effects;
    private final Stops stops;
    private final CurrentVertxRequest request;

    @Inject
    public FormEffects(Jdbi jdbi, Pii pii, Stops stops, CurrentVertxRequest request, Clock clock) {
        this.request = request;
        this.stops = stops;
        this.effects = new IdempotentExecutor(jdbi, pii, new InFlightKeys(WAITERS, PATIENCE), clock);
    }

    /**
     * @param by who presses the button
     * @param operations ids of those of the contract that do the same, which the agency may have stopped
     * @param key of the form, made with its page
     * @param said what makes two forms the same
     * @param effect returns the id of what it made; its rows are inserted together with the key
     * @return that id, the first time and again
     * @throws io.tongban.gateway.platform.problem.ProblemException what the effect throws, idempotency-key-reused or
     *     idempotency-in-progress
     */
    public String once(
            Principal.Operator by,
            Collection<String> operations,
            String key,
            List<String> said,
            BiFunction<Handle, Inserts, String> effect) {
        StoredAnswer answer = effects.together(EffectKey.ofForm(by.tenant(), key, said), false, (handle, rows) -> {
            String made = stops.around(handle, () -> targets(by, operations), () -> effect.apply(handle, rows));
            return new StoredAnswer(SEE_OTHER, made.getBytes(UTF_8), false);
        });
        return new String(answer.body(), UTF_8);
    }

    /** With the counter, once the effect has named it. */
    private List<StopTarget> targets(Principal.Operator by, Collection<String> operations) {
        List<StopTarget> targets = new ArrayList<>(Stops.kept(request.getCurrent()));
        targets.addAll(StopTarget.onPage(by, operations));
        return targets;
    }
}
