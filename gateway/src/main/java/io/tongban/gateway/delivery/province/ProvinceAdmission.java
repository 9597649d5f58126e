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
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What partners may ask of provinces, told as problems where they may not. */
@ApplicationScoped
public class ProvinceAdmission {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofHours(1);

    private final ProvinceLink link;
    private final ProvinceControls controls;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public ProvinceAdmission(ProvinceLink link, ProvinceControls controls, Outbox outbox, Clock clock) {
        this.link = link;
        this.controls = controls;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param pointer where the request names the province, for the problem
     * @throws ProblemException province-unknown without a profile or while it is off, province-closed if it takes nothing today
     */
    public ProvinceFacts open(ProvinceCode province, @Nullable String pointer) {
        ProvinceFacts facts = find(province)
                .filter(known -> known.health() != Health.OFF)
                .orElseThrow(() -> new ProblemException(ProblemType.PROVINCE_UNKNOWN, null, pointer));
        if (!facts.open()) {
            throw new ProblemException(ProblemType.PROVINCE_CLOSED, null, pointer);
        }
        return facts;
    }

    /**
     * Lets something new count for the province, which reaches it later and together with other things.
     *
     * @throws ProblemException province-draining
     */
    public void requireTaking(ProvinceCode province, @Nullable String pointer) {
        controls.admit(province, pointer);
    }

    /**
     * Lets one more command wait for the province, or not.
     *
     * @throws ProblemException province-draining, or province-queue-full with the time to try again
     */
    public void admit(Handle handle, ProvinceCode province) {
        controls.admit(province, null);
        find(province)
                .filter(facts -> outbox.depth(handle, ProvinceKeys.lane(province))
                        >= facts.bounds().queue())
                .ifPresent(facts -> {
                    throw new ProblemException(ProblemType.PROVINCE_QUEUE_FULL).retryAfter(whenThereIsRoom(facts));
                });
    }

    /** A province that is closed makes no room before it opens. */
    private Duration whenThereIsRoom(ProvinceFacts facts) {
        Instant until = facts.hours().until();
        if (facts.hours().open() || until == null) {
            return SOON;
        }
        Duration closed = Duration.between(clock.instant(), until).plus(SOON);
        return closed.compareTo(SOON) < 0 ? SOON : closed.compareTo(LATE) > 0 ? LATE : closed;
    }

    public Optional<ProvinceFacts> find(ProvinceCode province) {
        return link.facts(province);
    }
}
