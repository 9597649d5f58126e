package io.tongban.gateway.contribution.coverage;

import io.tongban.api.cover.CoverText;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.webhook.EventType;
import io.tongban.gateway.contribution.cover.NextDue;
import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.cover.OutlookText;
import java.time.LocalDate;

/** From our events to the contract's. */
final class CoverageMapper {
    private CoverageMapper() {}

    static EventType type(CoverageEvent event) {
        return EventType.valueOf("COVERAGE_" + event.type().name());
    }

    static CoverageChange toWire(CoverageEvent event, String workerId, LocalDate today) {
        Outlook outlook = event.outlook();
        NextDue next = outlook.nextDue();
        OutlookText text = OutlookText.of(event.of().insurance(), outlook);
        return new CoverageChange(
                workerId,
                event.of().province(),
                event.of().insurance(),
                today,
                CoverageState.valueOf(outlook.state().name()),
                outlook.paidThrough(),
                outlook.lapsesOn(),
                next == null ? null : next.month(),
                next == null ? null : next.by(),
                new CoverText(text.zh(), text.en()));
    }
}
