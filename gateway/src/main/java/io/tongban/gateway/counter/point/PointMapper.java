package io.tongban.gateway.counter.point;

import io.tongban.api.agency.PartnerKind;
import io.tongban.api.servicepoint.ImportedRow;
import io.tongban.api.servicepoint.PointKind;
import io.tongban.api.servicepoint.PointLevel;
import io.tongban.api.servicepoint.PointService;
import io.tongban.api.servicepoint.RowOutcome;
import io.tongban.api.servicepoint.RowRefusal;
import io.tongban.api.servicepoint.ServicePoint;
import io.tongban.api.servicepoint.ServicePointImport;
import io.tongban.gateway.trust.partner.PartnerAccount;
import java.util.List;

/** Between the contract's records of points and ours. */
final class PointMapper {
    private PointMapper() {}

    /** Whether a partner of this kind has counters. */
    static boolean runsPoints(PartnerAccount partner) {
        return partner.kind() == PartnerKind.BANK || partner.kind() == PartnerKind.AGENCY;
    }

    static ServicePoint toWire(PointTree.Near near) {
        Point point = near.point();
        return new ServicePoint(
                point.id(),
                point.owner(),
                point.reference(),
                PointKind.valueOf(point.kind().name()),
                PointLevel.valueOf(point.level().name()),
                point.name(),
                point.address(),
                point.division(),
                point.position().text(),
                Math.round(near.metres()),
                point.hours().text(),
                point.services().stream()
                        .sorted()
                        .map(each -> PointService.valueOf(each.name()))
                        .toList(),
                point.languages());
    }

    static ServicePointImport toWire(List<PointImport.Verdict> verdicts) {
        return new ServicePointImport(
                count(verdicts, PointImport.Outcome.ADDED),
                count(verdicts, PointImport.Outcome.CHANGED),
                count(verdicts, PointImport.Outcome.UNCHANGED),
                count(verdicts, PointImport.Outcome.REFUSED),
                verdicts.stream().map(PointMapper::toWire).toList());
    }

    private static int count(List<PointImport.Verdict> verdicts, PointImport.Outcome outcome) {
        return (int) verdicts.stream().filter(each -> each.outcome() == outcome).count();
    }

    private static ImportedRow toWire(PointImport.Verdict verdict) {
        RowRefused refusal = verdict.refusal();
        return new ImportedRow(
                verdict.row(),
                verdict.reference(),
                RowOutcome.valueOf(verdict.outcome().name()),
                refusal == null ? null : refusal.column(),
                refusal == null ? null : RowRefusal.valueOf(refusal.reason().name()));
    }
}
