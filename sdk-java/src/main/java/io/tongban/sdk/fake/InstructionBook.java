package io.tongban.sdk.fake;

import io.tongban.api.mandate.Mandate;
import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.WithholdingInstruction;
import io.tongban.api.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instructions that were asked for, each its partner's own. */
final class InstructionBook {
    private final Map<String, Kept> kept = new HashMap<>();
    private final Ids ids;
    private final Seal seal;

    InstructionBook(Ids ids, Seal seal) {
        this.ids = ids;
        this.seal = seal;
    }

    private record Kept(String clientId, WithholdingInstruction instruction) {}

    /** @param capFen what the mandate leaves to the platform */
    WithholdingInstruction add(
            String clientId,
            Mandate mandate,
            CollectedMonth.Basis basis,
            CollectedMonth month,
            long capFen,
            Instant now) {
        @Nullable Long floor = basis.terms().floorFen();
        LocalDate cutOff = CollectedMonth.cutOff(month.period());
        Instant until = cutOff.plusDays(1).atStartOfDay(Provinces.SHANGHAI).toInstant();
        String id = ids.next("pin_");
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TongbanFake.BASE_URL);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        claims.put("sub", id);
        claims.put("partner", clientId);
        claims.put("worker", mandate.workerId());
        claims.put("mandate", mandate.id());
        claims.put("period", month.period().toString());
        claims.put("ratePercent", basis.terms().payoutPercent());
        claims.put("floorFen", floor == null ? 0 : floor);
        claims.put("capFen", capFen);
        WithholdingInstruction instruction = new WithholdingInstruction(
                id,
                mandate.workerId(),
                mandate.id(),
                month.period(),
                cutOff,
                basis.terms().payoutPercent(),
                floor == null ? 0 : floor,
                capFen,
                now,
                until,
                seal.document("tongban-instruction+jwt", claims));
        kept.put(id, new Kept(clientId, instruction));
        return instruction;
    }

    /** Whether the payout was held for under an instruction that covers it. */
    void check(String clientId, PayoutOrder order, HeldUnder held, String pointer) {
        @Nullable Kept found = kept.get(held.instructionId());
        if (found == null || !found.clientId().equals(clientId)) {
            throw Refused.at(ProblemType.INSTRUCTION_NOT_FOUND, pointer + "/heldUnder/instructionId");
        }
        WithholdingInstruction instruction = found.instruction();
        LocalDate paidOn = LocalDate.parse(order.paidOn());
        boolean covers = instruction.workerId().equals(order.workerId())
                && instruction.mandateId().equals(order.mandateId())
                && !paidOn.isBefore(LocalDate.ofInstant(instruction.validFrom(), Provinces.SHANGHAI))
                && !paidOn.isAfter(instruction.cutOff());
        if (!covers) {
            throw Refused.at(ProblemType.INSTRUCTION_NOT_COVERING, pointer + "/heldUnder");
        }
        if (held.heldFen() > order.earnedFen()) {
            throw Refused.at(ProblemType.INCOME_IMPLAUSIBLE, pointer + "/heldUnder/heldFen");
        }
    }
}
