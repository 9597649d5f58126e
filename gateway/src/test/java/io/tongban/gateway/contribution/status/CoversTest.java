package io.tongban.gateway.contribution.status;

import static io.tongban.gateway.testing.ScriptedProvinces.MEDICAL;
import static io.tongban.gateway.testing.ScriptedProvinces.PENSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoversTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final ProvinceCode SICHUAN = new ProvinceCode("51");
    private static final YearMonth DUE = YearMonth.of(2026, 10);
    private static final Instant ENROLLED = Instant.parse("2026-08-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10,2026-10,PAYING",
        "2026-11,2026-11,PAYING",
        "2026-09,2026-09,SUSPENDED",
        "2026-08 2026-09 2026-10,2026-10,PAYING",
        "2026-08 2026-10,2026-10,PAYING",
        "2025-12 2026-01 2026-05 2026-06,2026-06,SUSPENDED",
    })
    void isPaidThroughTheEndOfTheLastRunAndPayingIfThatIsDue(String months, YearMonth through, Covers.State state) {
        List<PaidMonth> paid = Arrays.stream(months.split(" "))
                .map(month -> paid(GUANGDONG, PENSION, YearMonth.parse(month), ENROLLED.plusSeconds(1)))
                .toList();
        Covers.Known known = Covers.byGateway(paid, GUANGDONG, PENSION, ENROLLED, DUE);
        assertThat(known.state()).isEqualTo(state);
        assertThat(known.paidThrough()).isEqualTo(through);
        assertThat(known.byProvince()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31T15:59:59Z,2026-09", "2026-10-31T16:00:00Z,2026-10", "2026-12-31T16:00:00Z,2026-12"})
    void theMonthBeforeTheCurrentOneInShanghaiIsDue(Instant now, YearMonth due) {
        assertThat(Covers.due(Clock.fixed(now, ClockConfig.ZONE))).isEqualTo(due);
    }

    @Test
    void isKnownAsOfTheLastConfirmation() {
        Instant last = ENROLLED.plus(Duration.ofDays(9));
        List<PaidMonth> paid = List.of(
                paid(GUANGDONG, PENSION, YearMonth.of(2026, 8), last),
                paid(GUANGDONG, PENSION, YearMonth.of(2026, 9), ENROLLED.plusSeconds(1)));
        assertThat(Covers.byGateway(paid, GUANGDONG, PENSION, ENROLLED, DUE).asOf())
                .isEqualTo(last);
    }

    @Test
    void takesNothingFromAnotherProvinceOrInsurance() {
        List<PaidMonth> paid = List.of(paid(GUANGDONG, PENSION, YearMonth.of(2026, 8), ENROLLED.plusSeconds(1)));
        Covers.Known none = new Covers.Known(Covers.State.NONE, null, false, ENROLLED);
        assertThat(Covers.byGateway(paid, SICHUAN, PENSION, ENROLLED, DUE)).isEqualTo(none);
        assertThat(Covers.byGateway(paid, GUANGDONG, MEDICAL, ENROLLED, DUE)).isEqualTo(none);
    }

    @Test
    void saysWhatTheProvinceSays() {
        var cover = new ProvinceDetail.Cover(PENSION, ProvinceDetail.CoverState.SUSPENDED, YearMonth.of(2026, 7));
        var answer = new ProvinceDetail.Covers(List.of(cover));
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(Covers.byProvince(answer, PENSION, now))
                .isEqualTo(new Covers.Known(Covers.State.SUSPENDED, YearMonth.of(2026, 7), true, now));
        assertThat(Covers.byProvince(answer, MEDICAL, now))
                .isEqualTo(new Covers.Known(Covers.State.NONE, null, true, now));
    }

    private static PaidMonth paid(ProvinceCode province, InsuranceKind insurance, YearMonth period, Instant knownAt) {
        return new PaidMonth("prs_1", province, insurance, period, knownAt, 551_000, PaidMonth.Source.CONFIRMED);
    }
}
