package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.withholding.StepKind;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.withholding.WithholdingStep;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.province.InsuranceKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours; also for the room of the status, which shows withholdings. */
public final class WithholdingMapper {
    private WithholdingMapper() {}

    static WithholdingRequest fromWire(WithholdingOrder wire) {
        return new WithholdingRequest(
                wire.partnerReference(),
                wire.workerId(),
                wire.mandateId(),
                new InsuranceKind(wire.insurance()),
                wire.period(),
                wire.baseFen(),
                wire.amountFen());
    }

    static ListFilter filter(
            @Nullable String workerId,
            @Nullable String reference,
            @Nullable YearMonth period,
            @Nullable WithholdingState state) {
        return new ListFilter(
                workerId, reference, period, state == null ? null : WithholdingRecord.State.valueOf(state.name()));
    }

    static WithholdingPage toWire(WithholdingQueries.Page page, Expectations expectations) {
        return new WithholdingPage(
                page.items().stream()
                        .map(each -> toWire(each, expectations.of(each), null))
                        .toList(),
                page.nextCursor());
    }

    /** As it is told in passing: without history, and without a guess of when its outcome will come. */
    public static Withholding toWire(WithholdingRecord withholding) {
        return toWire(withholding, null, null);
    }

    /**
     * @param expectedBy when the outcome is expected, if anyone can say
     * @param steps what was done about it; absent where the history is not shown
     */
    static Withholding toWire(WithholdingRecord withholding, @Nullable Instant expectedBy, @Nullable List<Step> steps) {
        return new Withholding(
                withholding.id(),
                withholding.reference(),
                withholding.workerId(),
                withholding.mandateId(),
                withholding.province().value(),
                withholding.insurance().value(),
                withholding.period(),
                withholding.baseFen(),
                withholding.amountFen(),
                WithholdingState.valueOf(withholding.state().name()),
                withholding.refusal() == null ? null : Refusal.of(withholding.refusal()),
                withholding.provinceReceipt(),
                withholding.acceptedAt(),
                withholding.settledAt(),
                expectedBy,
                steps == null ? null : history(withholding, steps),
                withholding.revision());
    }

    /** Acceptance and outcome are the withholding's own; what lies between was noted as it was done. */
    private static List<WithholdingStep> history(WithholdingRecord withholding, List<Step> steps) {
        Stream<WithholdingStep> between = steps.stream()
                .map(step -> new WithholdingStep(
                        step.at(),
                        StepKind.valueOf(step.what().name()),
                        step.outcome(),
                        step.cause(),
                        step.times(),
                        step.lastAt()));
        Instant settledAt = withholding.settledAt();
        Stream<WithholdingStep> outcome = settledAt == null
                ? Stream.empty()
                : Stream.of(once(StepKind.valueOf(withholding.state().name()), settledAt));
        return Stream.of(Stream.of(once(StepKind.ACCEPTED, withholding.acceptedAt())), between, outcome)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(WithholdingStep::at))
                .toList();
    }

    private static WithholdingStep once(StepKind what, Instant at) {
        return new WithholdingStep(at, what, null, null, 1, at);
    }

    static EventType eventOf(WithholdingRecord.State state) {
        return switch (state) {
            case CONFIRMED -> EventType.WITHHOLDING_CONFIRMED;
            case REFUSED -> EventType.WITHHOLDING_REFUSED;
            case AWAITING_REVIEW -> EventType.WITHHOLDING_AWAITING_REVIEW;
            case REVERSED -> EventType.WITHHOLDING_REVERSED;
            case COLLECTING, ACCEPTED, IN_PROCESS ->
                throw new IllegalArgumentException("no event tells of a withholding on its way");
        };
    }
}
