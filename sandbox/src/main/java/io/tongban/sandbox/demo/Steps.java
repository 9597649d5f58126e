package io.tongban.sandbox.demo;

import static io.tongban.sandbox.demo.Retry.insist;
import static java.util.Objects.requireNonNull;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.status.WorkerStatus;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.sandbox.population.Flaw;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The steps of one worker, in the words of the SDK. A step that is refused ends the journey with its problem code. */
final class Steps {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CallTimes times;
    private final List<Journey> all;

    Steps(CallTimes times, List<Journey> all) {
        this.times = times;
        this.all = all;
    }

    void register(Tongban tongban, Journey journey) throws Exception {
        try {
            journey.registered = times.time(
                    "register", () -> insist(() -> tongban.workers().register(Orders.registration(journey.worker))));
        } catch (RefusedException refused) {
            journey.ending = Ending.refused(journey.worker, refused.code());
        }
    }

    void awaitEnrolment(Tongban tongban, Journey journey) throws Exception {
        Worker worker = insist(() -> tongban.workers().awaitEnrolled(workerId(journey), PATIENCE));
        if (worker.enrolments().get(0).state() == EnrolmentState.REFUSED) {
            journey.ending = Ending.refused(
                    journey.worker,
                    requireNonNull(worker.enrolments().get(0).refusal()).code());
        }
    }

    void mandate(Tongban tongban, Journey journey) throws Exception {
        Mandate mandate = times.time(
                "mandate",
                () -> insist(() -> tongban.mandates().create(Orders.mandate(journey.worker, workerId(journey)))));
        if (journey.worker.flaw() == Flaw.MANDATE_REVOKED) {
            insist(() -> tongban.mandates()
                    .revoke(
                            mandate.id(),
                            MandateRevocation.builder().revokedAt(Instant.now()).build()));
        }
        journey.mandate = mandate;
    }

    void withhold(Tongban tongban, Journey journey) throws Exception {
        String mandateId =
                requireNonNull(all.get(journey.worker.mandateHolder()).mandate).id();
        try {
            journey.withholding = times.time(
                    "withhold",
                    () -> insist(() -> tongban.withholdings()
                            .withhold(Orders.withholding(journey.worker, workerId(journey), mandateId))));
        } catch (RefusedException refused) {
            journey.ending = Ending.refused(journey.worker, refused.code());
            return;
        }
        if (journey.worker.flaw() == Flaw.DUPLICATE_MONTH) {
            withholdAgain(tongban, journey, mandateId);
        }
    }

    private static void withholdAgain(Tongban tongban, Journey journey, String mandateId) throws Exception {
        try {
            insist(() -> tongban.withholdings().withhold(Orders.again(journey.worker, workerId(journey), mandateId)));
        } catch (RefusedException refused) {
            journey.refusedAgain = refused.code();
        }
    }

    void awaitOutcome(Tongban tongban, Journey journey) throws Exception {
        String id = requireNonNull(journey.withholding).id();
        Withholding last = insist(() -> tongban.withholdings().awaitFinal(id, PATIENCE));
        String again = journey.refusedAgain;
        Ending ending = ending(journey, last);
        journey.ending = again == null ? ending : ending.refusedAgain(again);
    }

    private static Ending ending(Journey journey, Withholding last) {
        if (last.state() == WithholdingState.CONFIRMED) {
            return Ending.confirmed(journey.worker, last.amountFen());
        }
        return last.state() == WithholdingState.REFUSED
                ? Ending.refused(journey.worker, requireNonNull(last.refusal()).code())
                : Ending.unresolved(journey.worker);
    }

    /** The province must say by itself that the month is paid; otherwise the row counts as unresolved. */
    void query(Tongban tongban, Journey journey) throws Exception {
        WorkerStatus status =
                times.time("status", () -> insist(() -> tongban.statuses().of(workerId(journey))));
        boolean paid = status.insurances().stream()
                .anyMatch(cover -> cover.insurance().equals(journey.worker.insurance())
                        && journey.worker.period().equals(cover.paidThrough()));
        if (!paid) {
            journey.ending = Ending.unresolved(journey.worker);
        }
    }

    private static String workerId(Journey journey) {
        return requireNonNull(journey.registered).id();
    }
}
