package io.tongban.gateway.delivery.province;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceFacts.Health;
import io.tongban.province.ProvinceLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of the provinces, without calling any. */
@ApplicationScoped
public class ProvinceService {
    private final ProvinceLink link;
    private final ProvinceControls controls;
    private final OutcomeTimes outcomeTimes;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public ProvinceService(
            ProvinceLink link,
            ProvinceControls controls,
            OutcomeTimes outcomeTimes,
            Outbox outbox,
            Jdbi jdbi,
            Clock clock) {
        this.link = link;
        this.controls = controls;
        this.outcomeTimes = outcomeTimes;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<ProvinceView> list() {
        return jdbi.withHandle(handle ->
                link.provinces().stream().map(facts -> view(handle, facts)).toList());
    }

    /** @throws ProblemException not-found */
    ProvinceView read(String code) {
        return link.provinces().stream()
                .filter(facts -> facts.code().value().equals(code))
                .findFirst()
                .map(facts -> jdbi.withHandle(handle -> view(handle, facts)))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private ProvinceView view(Handle handle, ProvinceFacts facts) {
        ProvinceCode code = facts.code();
        OperatorState state = controls.state(code);
        return new ProvinceView(
                facts,
                facts.open() && facts.hours().open(),
                facts.open() ? facts.hours().until() : null,
                state,
                outcomeTimes.typical(code).orElseGet(() -> byProfile(facts)),
                state == OperatorState.PAUSED || facts.health() == Health.OFF ? null : facts.expectedBy(),
                outbox.depth(handle, ProvinceKeys.lane(code)));
    }

    /** What the profile expects once the province is open. */
    private Duration byProfile(ProvinceFacts facts) {
        @Nullable Instant until = facts.hours().until();
        Instant start = facts.hours().open() || until == null ? clock.instant() : until;
        Duration typical = Duration.between(start, facts.expectedBy());
        return typical.isNegative() ? Duration.ZERO : typical;
    }
}
