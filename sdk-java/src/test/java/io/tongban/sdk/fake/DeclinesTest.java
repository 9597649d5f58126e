package io.tongban.sdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.decline.DeclineCount;
import io.tongban.api.decline.DeclineReason;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.farside.AdviceSamples;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DeclinesTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-28T04:00:00Z"));
    private final Tongban one = fake.client("one");

    @Test
    void countsFromTenOnOnceTheMonthIsOver() {
        for (int i = 0; i < 10; i++) {
            declined(i, DeclineReason.CANNOT_AFFORD);
        }
        declined(10, DeclineReason.COMPLICATED);

        refused("month-not-over", () -> one.declines().counts(NOVEMBER));
        fake.advance(Duration.ofDays(5));
        assertThat(one.declines().counts(NOVEMBER).items())
                .extracting(DeclineCount::reason, DeclineCount::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DeclineReason.CANNOT_AFFORD, 10L));
        assertThat(fake.client("other").declines().counts(NOVEMBER).items()).isEmpty();
    }

    @Test
    void eachCountsOnceByItsReference() {
        one.declines().record(AdviceSamples.REPORT);

        refused(
                "reference-used",
                () -> one.declines()
                        .record(AdviceSamples.REPORT.toBuilder()
                                .reason(DeclineReason.COMPLICATED)
                                .build()));
    }

    @Test
    void adviceIsWhatTheTestWrote() {
        refused("rule-unknown", () -> one.advice().advise(AdviceSamples.REQUEST));
        fake.advice().always(AdviceSamples.ADVICE);
        assertThat(one.advice().advise(AdviceSamples.REQUEST)).isEqualTo(AdviceSamples.ADVICE);
    }

    private void declined(int n, DeclineReason reason) {
        one.declines()
                .record(AdviceSamples.REPORT.toBuilder()
                        .partnerReference("d-" + n)
                        .reason(reason)
                        .build());
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
