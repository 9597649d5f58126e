package io.tongban.gateway.withholding;

import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.province.InsuranceKind;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours; also for the room of the status, which shows withholdings. */
public final class WithholdingMapper {
    private WithholdingMapper() {}

    static Order fromWire(WithholdingOrder wire) {
        return new Order(
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
                workerId, reference, period, state == null ? null : BookedWithholding.State.valueOf(state.name()));
    }

    static WithholdingPage toWire(WithholdingLedger.Page page) {
        return new WithholdingPage(
                page.items().stream().map(WithholdingMapper::toWire).toList(), page.nextCursor());
    }

    public static Withholding toWire(BookedWithholding withholding) {
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
                null,
                null);
    }

    static EventType eventOf(BookedWithholding.State state) {
        return switch (state) {
            case CONFIRMED -> EventType.WITHHOLDING_CONFIRMED;
            case REFUSED -> EventType.WITHHOLDING_REFUSED;
            case ACCEPTED, IN_PROCESS -> throw new IllegalArgumentException("no event tells of an open withholding");
        };
    }
}
