package io.tongban.sdk.fake;

import io.tongban.api.problem.Refusal;
import io.tongban.api.withholding.StepKind;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.api.withholding.WithholdingStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A withholding, and what was done about it. */
final class KeptWithholding {
    private static final Duration TYPICAL = Duration.ofSeconds(2);

    private final String id;
    private final String clientId;
    private final String person;
    private final String province;
    private final WithholdingOrder order;
    private final Instant acceptedAt;
    private final List<WithholdingStep> history = new ArrayList<>();
    private WithholdingState state = WithholdingState.ACCEPTED;
    private @Nullable Refusal refusal;
    private @Nullable String receipt;
    private @Nullable Instant settledAt;
    private long revision = 1;

    KeptWithholding(
            String id, String clientId, String person, String province, WithholdingOrder order, Instant acceptedAt) {
        this.id = id;
        this.clientId = clientId;
        this.person = person;
        this.province = province;
        this.order = order;
        this.acceptedAt = acceptedAt;
        note(StepKind.ACCEPTED, null, null, acceptedAt);
    }

    String id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    String person() {
        return person;
    }

    String province() {
        return province;
    }

    WithholdingOrder order() {
        return order;
    }

    WithholdingState state() {
        return state;
    }

    boolean isFinal() {
        return state.isFinal();
    }

    /** Whether the month is taken by it. */
    boolean holdsMonth() {
        return state != WithholdingState.REFUSED && state != WithholdingState.REVERSED;
    }

    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    void note(StepKind what, @Nullable String outcome, @Nullable String cause, Instant at) {
        history.add(new WithholdingStep(at, what, outcome, cause, 1, at));
    }

    void become(WithholdingState next) {
        state = next;
        revision++;
    }

    void settle(WithholdingState outcome, @Nullable Refusal why, @Nullable String provinceReceipt, Instant at) {
        become(outcome);
        refusal = why;
        receipt = provinceReceipt == null ? receipt : provinceReceipt;
        settledAt = at;
        note(StepKind.valueOf(outcome.name()), null, null, at);
    }

    /** As an answer shows it, and in passing without a guess of its outcome. */
    Withholding shown(boolean expected, boolean withHistory) {
        return new Withholding(
                id,
                order.partnerReference(),
                order.workerId(),
                order.mandateId(),
                province,
                order.insurance(),
                order.period(),
                order.baseFen(),
                order.amountFen(),
                state,
                refusal,
                receipt,
                acceptedAt,
                settledAt,
                expected && !state.isFinal() ? acceptedAt.plus(TYPICAL) : null,
                withHistory ? List.copyOf(history) : null,
                revision);
    }
}
