package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.CoverageReason;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.status.InsuranceStatus;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
}
