package io.tongban.gateway.contribution.status;

import io.tongban.api.cover.CoverOutlook;
import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.CoverText;
import io.tongban.api.cover.CoverageReason;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.cover.InsuranceCover;
import io.tongban.api.cover.NextPayment;
import io.tongban.api.cover.WorkerCover;
import io.tongban.api.policy.PolicyMark;
import io.tongban.gateway.contribution.cover.CoverSpan;
import io.tongban.gateway.contribution.cover.NextDue;
import io.tongban.gateway.contribution.cover.Outlook;
import io.tongban.gateway.contribution.cover.OutlookText;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.quote.PersonQuote.Contribution;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From our cover to the contract's records. */
final class CoverMapper {
    private CoverMapper() {}

    static WorkerCover toWire(String workerId, CoverDays days, List<StatusService.CoverLine> lines) {
        return new WorkerCover(
                workerId,
                days.from(),
                days.to(),
                lines.stream()
                        .map(line -> new InsuranceCover(
                                line.province().value(),
                                line.insurance().value(),
                                line.spans().stream().map(CoverMapper::toWire).toList()))
                        .toList());
    }

    private static CoverPeriod toWire(CoverSpan span) {
        Optional<PolicyEntry> rule = span.behind().stream().findFirst();
        return new CoverPeriod(
                span.from(),
                span.through(),
                CoverageState.valueOf(span.state().name()),
                CoverageReason.valueOf(span.reason().name()),
                rule.map(PolicyEntry::id).orElse(null),
                rule.map(PolicyEntry::source).orElse(null),
                mark(span),
                span.isProvisional(),
                span.behind().stream().map(PolicyEntry::id).toList());
    }

    private static @Nullable PolicyMark mark(CoverSpan span) {
        return span.behind().isEmpty() ? null : PolicyMark.valueOf(span.mark().name());
    }

    static CoverOutlook toWire(String insurance, ShownCover.Shown shown) {
        Outlook outlook = shown.outlook();
        CoverSpan current = outlook.current();
        CoverPeriod period = toWire(current);
        OutlookText text = OutlookText.of(insurance, outlook);
        return new CoverOutlook(
                period.state(),
                period.reason(),
                shown.since(),
                outlook.paidThrough(),
                outlook.waitingUntil(),
                outlook.isWaitingAtMost(),
                outlook.lapsesOn(),
                outlook.nextDue() == null ? null : toWire(outlook.nextDue(), shown.next()),
                outlook.beingCollected(),
                period.rule(),
                period.source(),
                period.mark(),
                period.provisional(),
                new CoverText(text.zh(), text.en()));
    }

    private static NextPayment toWire(NextDue next, @Nullable Contribution amount) {
        return new NextPayment(
                next.month(), next.by(), amount == null ? null : amount.fen(), amount != null && amount.provisional());
    }
}
