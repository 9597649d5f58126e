package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.CoverText;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.cover.CoverageReason;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.status.InsuranceStatus;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverScriptTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-28T04:00:00Z"));
    private final Tongban tongban = fake.client();

    @Test
    void saysThatItKnowsNoRuleUntilTheTestSaysMore() {
        String worker = tongban.workers().register(Samples.registration()).id();
        tongban.workers().awaitEnrolled(worker, Duration.ofSeconds(10));
        InsuranceStatus status = tongban.statuses().of(worker).insurances().get(0);

        assertThat(status.byRule().state()).isEqualTo(CoverageState.UNKNOWN);
        assertThat(tongban.statuses()
                        .cover(worker, FIRST, LAST)
                        .insurances()
                        .get(0)
                        .periods())
                .extracting(CoverPeriod::reason)
                .containsExactly(CoverageReason.RULE_UNKNOWN);

        CoverPeriod period = new CoverPeriod(
                FIRST, LAST, CoverageState.COVERED, CoverageReason.PAID, null, null, null, false, List.of());
        fake.covers().periods(status.insurance(), List.of(period));

        assertThat(tongban.statuses()
                        .cover(worker, FIRST, LAST)
                        .insurances()
                        .get(0)
                        .periods())
                .containsExactly(period);
    }

    @Test
    void tellsThePartnerOfTheWorkerWhatTheTestSays() {
        String worker = tongban.workers().register(Samples.registration()).id();
        CoverageChange lapses = new CoverageChange(
                worker,
                "44",
                "AAE140:110",
                LocalDate.of(2026, 12, 6),
                CoverageState.COVERED,
                YearMonth.of(2026, 10),
                LocalDate.of(2026, 12, 16),
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 12, 15),
                new CoverText("否则2026年12月16日起中断。", "Lapses on 2026-12-16 unless 2026-11 is paid."));
        fake.covers().tell(EventType.COVERAGE_LAPSING, lapses);

        assertThat(tongban.events().since(fake.clock().instant()).items())
                .filteredOn(event -> event.type() == EventType.COVERAGE_LAPSING)
                .extracting(WebhookEvent::coverage)
                .containsExactly(lapses);
        assertThatThrownBy(() -> fake.covers().tell(EventType.WORKER_ENROLLED, lapses))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
