package io.tongban.gateway.contribution.payout;

import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.LeftOut;
import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPart;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.PayoutReturn;
import io.tongban.api.payout.ReturnReason;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.webhook.Webhooks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between the contract's records and ours. */
final class PayoutMapper {
    private PayoutMapper() {}

    static List<PayoutRequest> fromWire(PayoutReport report) {
        List<PayoutRequest> requests = new ArrayList<>();
        for (PayoutOrder order : report.payouts()) {
            requests.add(new PayoutRequest(
                    order.partnerReference(),
                    order.workerId(),
                    order.mandateId(),
                    day(order.paidOn(), "/payouts/" + requests.size() + "/paidOn"),
                    order.earnedFen(),
                    PayoutRequest.Origin.EARNINGS,
                    kept(order.heldUnder())));
        }
        return requests;
    }

    private static PayoutRequest.@Nullable Kept kept(@Nullable HeldUnder wire) {
        return wire == null ? null : new PayoutRequest.Kept(wire.instructionId(), wire.heldFen());
    }

    private static @Nullable HeldUnder heldUnder(PayoutRequest.@Nullable Kept kept) {
        return kept == null
                ? null
                : HeldUnder.builder()
                        .instructionId(kept.instructionId())
                        .heldFen(kept.heldFen())
                        .build();
    }

    private static LocalDate day(String text, String pointer) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID, null, pointer);
        }
    }

    static Payout toWire(PayoutRecord payout) {
        return new Payout(
                payout.id(),
                payout.reference(),
                payout.workerId(),
                payout.mandateId(),
                payout.paidOn(),
                payout.earnedFen(),
                payout.holdFen(),
                payout.parts().stream().map(part -> toWire(payout, part)).toList(),
                heldUnder(payout.kept()),
                payout.returnFen(),
                payout.returns().stream().map(each -> toWire(payout, each)).toList(),
                payout.leftOut().stream()
                        .map(each -> new LeftOut(each.insurance().value(), ReturnReason.of(each.reason())))
                        .toList(),
                payout.reportedAt(),
                payout.revision());
    }

    static EventType eventOf(Part.State state) {
        return switch (state) {
            case PAID -> EventType.PAYOUT_PAID;
            case TO_RETURN -> EventType.PAYOUT_TO_RETURN;
            case HELD -> throw new IllegalArgumentException("no event tells of what is held: the answer does");
        };
    }

    private static PayoutReturn toWire(PayoutRecord payout, PayoutRecord.Returned returned) {
        return new PayoutReturn(
                returned.insurance() == null ? null : returned.insurance().value(),
                returned.amountFen(),
                ReturnReason.of(returned.reason()),
                returned.at(),
                PartTexts.english(payout, returned),
                PartTexts.chinese(payout, returned));
    }

    /** The event that something of a payout goes back. */
    static Webhooks.NewEvent toReturn(PayoutRecord payout) {
        return new Webhooks.NewEvent(payout.clientId(), EventType.PAYOUT_TO_RETURN, null, null, toWire(payout), null);
    }

    static WithholdingInstruction toWire(Instruction instruction, String jws) {
        return new WithholdingInstruction(
                instruction.id(),
                instruction.workerId(),
                instruction.mandateId(),
                instruction.period(),
                instruction.cutOff(),
                instruction.ratePercent(),
                instruction.floorFen(),
                instruction.capFen(),
                instruction.validFrom(),
                instruction.validUntil(),
                jws);
    }

    private static PayoutPart toWire(PayoutRecord payout, Part part) {
        return new PayoutPart(
                part.insurance().value(),
                part.period(),
                part.cutOff(),
                part.amountFen(),
                part.ownFen(),
                part.shareFen(),
                part.rule(),
                part.source(),
                part.provisional(),
                PartState.valueOf(part.state().name()),
                part.reason() == null ? null : ReturnReason.of(part.reason()),
                part.settledAt(),
                PartTexts.english(payout, part),
                PartTexts.chinese(payout, part));
    }
}
