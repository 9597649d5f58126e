package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentCallsTest {
    private final RecentCalls recent = new RecentCalls();

    @ParameterizedTest
    @CsvSource({"0, 4, false", "4, 1, true", "5, 1, false", "40, 10, true", "41, 9, false"})
    void saysManyFailedFromOneInFive(int answered, int failed, boolean many) {
        add(answered, Verdict.REACHED);
        add(failed, Verdict.FAILED);

        assertThat(recent.manyFailed()).isEqualTo(many);
    }

    @Test
    void forgetsWhatIsFiftyCallsAgo() {
        add(10, Verdict.FAILED);
        add(40, Verdict.REACHED);
        assertThat(recent.manyFailed()).isTrue();

        add(1, Verdict.REACHED);
        assertThat(recent.manyFailed()).isFalse();
    }

    @Test
    void doesNotCountWhatWasNotCalled() {
        add(5, Verdict.FAILED);
        add(100, Verdict.NEITHER);

        assertThat(recent.manyFailed()).isTrue();
    }

    private void add(int times, Verdict verdict) {
        for (int call = 0; call < times; call++) {
            recent.add(verdict);
        }
    }
}
