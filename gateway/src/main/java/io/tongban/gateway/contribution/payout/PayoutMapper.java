package io.tongban.gateway.contribution.payout;

import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPart;
import io.tongban.api.payout.PayoutReport;
import io.tongban.api.payout.ReturnReason;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
                    order.earnedFen()));
        }
        return requests;
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
                payout.reportedAt());
    }

    static EventType eventOf(Part.State state) {
        return switch (state) {
            case PAID -> EventType.PAYOUT_PAID;
            case TO_RETURN -> EventType.PAYOUT_TO_RETURN;
            case HELD -> throw new IllegalArgumentException("no event tells of what is held: the answer does");
        };
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
