package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults(7);

    @Test
    void strikesTheNextCallsAndNoMore() {
        faults.next(Fault.IN_PROCESS, 2);

        assertThat(draw(Fault.IN_PROCESS, Transaction.WITHHOLD, 4)).containsExactly(true, true, false, false);
        assertThat(faults.fired()).isEqualTo(Map.of(Fault.IN_PROCESS, 2L));
    }

    @Test
    void leavesOtherTransactionsAloneWhenOneIsNamed() {
        faults.next(Fault.CONNECTION_CUT_BEFORE_COMMIT, 1, Transaction.INQUIRE);

        assertThat(faults.fires(Fault.CONNECTION_CUT_BEFORE_COMMIT, Transaction.WITHHOLD))
                .isFalse();
        assertThat(faults.fires(Fault.CONNECTION_CUT_BEFORE_COMMIT, Transaction.INQUIRE))
                .isTrue();
    }

    @Test
    void strikesOnlyWhatChangesTheLedgerWhenAFaultComesAfterTheCommit() {
        faults.withProbability(Fault.NO_REPLY_AFTER_COMMIT, 1);

        assertThat(List.of(Transaction.values()))
                .filteredOn(transaction -> faults.fires(Fault.NO_REPLY_AFTER_COMMIT, transaction))
                .containsExactly(
                        Transaction.REGISTER,
                        Transaction.WITHHOLD,
                        Transaction.ENROL,
                        Transaction.CHANGE_BASE,
                        Transaction.PAUSE,
                        Transaction.RESUME,
                        Transaction.END,
                        Transaction.CORRECT,
                        Transaction.REVERSE);
    }

    @Test
    void throwsTheSameDiceForTheSameSeed() {
        Faults twin = new Faults(7);
        Faults other = new Faults(8);
        List.of(faults, twin, other).forEach(each -> each.withProbability(Fault.TRAILING_NUL, 0.5));

        List<Boolean> throwsOfOne = draw(Fault.TRAILING_NUL, Transaction.STATUS, 200);
        assertThat(IntStream.range(0, 200).mapToObj(i -> twin.fires(Fault.TRAILING_NUL, Transaction.STATUS)))
                .isEqualTo(throwsOfOne);
        assertThat(IntStream.range(0, 200).mapToObj(i -> other.fires(Fault.TRAILING_NUL, Transaction.STATUS)))
                .isNotEqualTo(throwsOfOne);
        assertThat(faults.fired().get(Fault.TRAILING_NUL)).isBetween(70L, 130L);
    }

    @Test
    void forgetsOrdersWhenCleared() {
        faults.next(Fault.IN_PROCESS, 5);
        faults.withProbability(Fault.TEN_PACKETS, 1);
        faults.clear(Fault.IN_PROCESS);
        assertThat(faults.fires(Fault.IN_PROCESS, Transaction.WITHHOLD)).isFalse();
        assertThat(faults.fires(Fault.TEN_PACKETS, Transaction.WITHHOLD)).isTrue();
        faults.clear();
        assertThat(faults.fires(Fault.TEN_PACKETS, Transaction.WITHHOLD)).isFalse();
        assertThat(faults.fired()).containsOnlyKeys(Fault.TEN_PACKETS);
    }

    @Test
    void drawsLatencyBetweenTheFixedPartAndTheJitter() {
        faults.latency(Duration.ofMillis(20), Duration.ofMillis(10));

        for (int i = 0; i < 100; i++) {
            assertThat(faults.drawLatency()).isBetween(Duration.ofMillis(20), Duration.ofMillis(30));
        }
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> faults.next(Fault.IN_PROCESS, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.withProbability(Fault.IN_PROCESS, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.withProbability(Fault.IN_PROCESS, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.latency(Duration.ofMillis(-1), Duration.ZERO));
    }

    private List<Boolean> draw(Fault fault, Transaction transaction, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> faults.fires(fault, transaction))
                .toList();
    }
}
