package io.tongban.gateway.contribution.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A worker is promised nothing that the rules do not give. */
class OutlookTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void promisesCoverAtOnceOnlyWhereNothingIsWaitedFor() {
        OutlookText pension = text(CoverTest.PENSION, "2026-05");
        assertThat(pension.zh()).endsWith("即可恢复。");
        assertThat(pension.en()).endsWith("to be covered again.");

        OutlookText medical = text(CoverTest.MEDICAL, "2026-01");
        assertThat(medical.zh()).contains("已中断").contains("缴纳后仍有等待期，最长至").doesNotContain("恢复");
        assertThat(medical.en()).contains("a wait follows, until 2027-").doesNotContain("again");
    }

    @Test
    void whoNeverPaidHasNothingRestored() {
        assertThat(text(CoverTest.PENSION).zh()).contains("本平台尚无缴费记录").endsWith("保障开始。");
        assertThat(text(CoverTest.MEDICAL).zh()).contains("等待期").doesNotContain("恢复");
    }

    @Test
    void whileWaitingItIsTheWaitThatBreaksOff() {
        assertThat(text(CoverTest.MEDICAL, "2026-10", "2026-11").zh())
                .endsWith("起等待期中止。")
                .doesNotContain("起中断");
    }

    @Test
    void asksNoWorkerToPayWhatThePlatformPays() {
        OutlookText injury = text(CoverTest.INJURY, "2026-10");
        assertThat(injury.zh()).endsWith("由平台按单缴纳。").doesNotContain("前缴纳");
        assertThat(injury.en()).endsWith("The platform pays for each order.");
    }

    private static OutlookText text(String insurance, String... months) {
        return OutlookText.of(
                insurance, CoverTest.cover(insurance, TODAY, months).outlook());
    }
}
