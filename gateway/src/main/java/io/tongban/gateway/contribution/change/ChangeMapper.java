package io.tongban.gateway.contribution.change;

import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.change.InsuranceChangeState;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.problem.Refusal;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.util.List;

/** Between the contract's records and ours. */
final class ChangeMapper {
    private ChangeMapper() {}

    static ChangeRequest fromWire(InsuranceChangeOrder wire) {
        if (wire.change() == InsuranceChangeKind.CORRECT) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "A correction is POST /v1/workers/{workerId}/corrections", "/change");
        }
        InsuranceChange change = InsuranceChange.valueOf(wire.change().name());
        if (change.hasBase() && wire.baseFen() == null) {
            throw new ProblemException(ProblemType.FIELD_MISSING, change + " says a base", "/baseFen");
        }
        if (!change.hasBase() && wire.baseFen() != null) {
            throw new ProblemException(ProblemType.FIELD_INVALID, change + " says no base", "/baseFen");
        }
        List<InsuranceKind> insurances =
                wire.insurances().stream().map(InsuranceKind::new).toList();
        return new ChangeRequest(
                wire.partnerReference(),
                new ProvinceCode(wire.province()),
                change,
                insurances,
                wire.from(),
                wire.baseFen(),
                wire.consentReference());
    }

    static CorrectionRequest fromWire(CorrectionOrder wire) {
        if (wire.name() == null && wire.mobile() == null) {
            throw new ProblemException(ProblemType.FIELD_MISSING, "Name, mobile, or both", "/name");
        }
        return new CorrectionRequest(
                wire.partnerReference(),
                new ProvinceCode(wire.province()),
                wire.name() == null ? null : WorkerService.nameInBooks(wire.name()),
                wire.mobile(),
                wire.consentReference());
    }

    static io.tongban.api.change.InsuranceChange toWire(ChangeRecord change) {
        OfInsurance of = change.of();
        return new io.tongban.api.change.InsuranceChange(
                change.id(),
                change.reference(),
                change.workerId(),
                change.province().value(),
                InsuranceChangeKind.valueOf(change.word()),
                of == null ? null : of.insurance().value(),
                of == null ? null : of.from(),
                of == null || of.baseFen() == 0 ? null : of.baseFen(),
                InsuranceChangeState.valueOf(change.state().name()),
                change.refusal() == null ? null : Refusal.of(change.refusal()),
                change.provinceReceipt(),
                change.acceptedAt(),
                change.settledAt(),
                change.revision());
    }

    static EventType eventOf(ChangeRecord.State state) {
        return switch (state) {
            case CONFIRMED -> EventType.INSURANCE_CHANGED;
            case REFUSED -> EventType.INSURANCE_CHANGE_REFUSED;
            case AWAITING_REVIEW -> EventType.INSURANCE_CHANGE_AWAITING_REVIEW;
            case ACCEPTED, IN_PROCESS -> throw new IllegalArgumentException("no event tells of a change under way");
        };
    }
}
