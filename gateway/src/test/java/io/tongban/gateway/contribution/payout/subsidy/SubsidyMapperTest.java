package io.tongban.gateway.contribution.payout.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.cover.CoverText;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SubsidyMapperTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    @Test
    void theTextNamesTheInsuranceThatIsRefunded() {
        CoverText text = SubsidyMapper.toWire(claim("AAE140:310")).text();

        assertThat(text.zh()).isEqualTo("您2026年10月的职工医疗保险费已缴，平台补贴551.00元。");
        assertThat(text.en())
                .isEqualTo("Employees' medical insurance: your contribution of 2026-10 is paid; the platform refunds"
                        + " 551.00 yuan.");
    }

    private static SubsidyRecord claim(String insurance) {
        Proof proof = new Proof(
                "wkr_1", new InsuranceKind(insurance), YearMonth.of(2026, 10), new ProvinceCode("44"), false, NOW);
        return new SubsidyRecord(
                "sub_1",
                "meitu",
                "s-1",
                "prs_1",
                proof,
                "440106",
                551_000,
                3,
                55_100,
                "rule",
                "source",
                "OFFICIAL",
                false,
                "consent",
                NOW);
    }
}
