package io.tongban.gateway.contribution.status;

import io.tongban.api.status.CollectedMonth;
import io.tongban.api.status.CoverState;
import io.tongban.api.status.InsuranceStatus;
import io.tongban.api.status.StatusSource;
import io.tongban.api.status.WorkerStatus;
import io.tongban.gateway.contribution.withholding.WithholdingMapper;
import java.util.List;

/** From our lines to the contract's records. */
final class StatusMapper {
    private StatusMapper() {}

    static WorkerStatus toWire(String workerId, List<StatusService.Line> lines) {
        return new WorkerStatus(
                workerId, lines.stream().map(StatusMapper::toWire).toList());
    }

    private static InsuranceStatus toWire(StatusService.Line line) {
        Covers.Known known = line.known();
        return new InsuranceStatus(
                line.province().value(),
                line.insurance().value(),
                CoverState.valueOf(known.state().name()),
                known.paidThrough(),
                known.byProvince() ? StatusSource.PROVINCE : StatusSource.GATEWAY,
                known.asOf(),
                line.last().stream().map(WithholdingMapper::toWire).toList(),
                line.collecting().stream()
                        .map(month -> new CollectedMonth(month.period(), month.heldFen(), month.cutOff()))
                        .toList(),
                CoverMapper.toWire(line.insurance().value(), line.byRule()));
    }
}
