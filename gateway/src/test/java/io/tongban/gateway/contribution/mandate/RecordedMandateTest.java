package io.tongban.gateway.contribution.mandate;

import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedMandateTest {
    private static final Instant CREATED = Instant.parse("2026-08-31T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "w1,AAE140:110,2026-09,1",
        "w1,AAE140:310,2026-12,200000",
        "w1,AAE140:110,2026-10,199999",
    })
    void permitsWhatItCovers(String worker, String insurance, YearMonth period, long amountFen) {
        assertThatCode(() -> mandate(null).permit(worker, new InsuranceKind(insurance), period, amountFen))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "w2,AAE140:210,2026-08,200001,mandate-of-another-worker,/mandateId",
        "w1,AAE140:210,2026-08,200001,mandate-not-covering,/insurance",
        "w1,AAE140:110,2026-08,200001,mandate-not-covering,/period",
        "w1,AAE140:110,2027-01,1,mandate-not-covering,/period",
        "w1,AAE140:110,2026-09,200001,mandate-cap-exceeded,/amountFen",
    })
    void namesTheFirstThingThatIsWrong(
            String worker, String insurance, YearMonth period, long amountFen, String code, String pointer) {
        assertProblem(
                ProblemType.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')),
                pointer,
                () -> mandate(null).permit(worker, new InsuranceKind(insurance), period, amountFen));
    }

    @ParameterizedTest
    @CsvSource({"w1,mandate-revoked", "w2,mandate-of-another-worker"})
    void permitsNothingOnceRevoked(String worker, String code) {
        assertProblem(
                ProblemType.byCode(code).orElseThrow(),
                "/mandateId",
                () -> mandate(CREATED).permit(worker, new InsuranceKind("AAE140:110"), YearMonth.of(2026, 9), 1));
    }

    private static RecordedMandate mandate(Instant revokedAt) {
        return new RecordedMandate(
                "mdt_1",
                "meitu",
                "m-1",
                "w1",
                new ProvinceCode("44"),
                List.of(new InsuranceKind("AAE140:110"), new InsuranceKind("AAE140:310")),
                200_000,
                YearMonth.of(2026, 9),
                YearMonth.of(2026, 12),
                CREATED,
                "agreement-1",
                null,
                CREATED,
                revokedAt,
                1);
    }
}
