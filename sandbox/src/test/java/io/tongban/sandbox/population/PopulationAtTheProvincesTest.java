package io.tongban.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Ledger;
import io.tongban.sandbox.province.Refusal;
import io.tongban.sandbox.province.RegisterOrder;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import io.tongban.sandbox.province.WithholdOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationAtTheProvincesTest {
    @ParameterizedTest
    @ValueSource(strings = {"44", "51"})
    void theProvinceBooksWhatIsRightAndRefusesABaseBelowItsFloor(String province) {
        SimulatorSettings settings =
                new SimulatorSettings(SimulatedProvince.named(province), TestStore.fresh(), 0, new TestClock(), 1);
        try (Ledger ledger = new Ledger(settings)) {
            long expectedFen = Population.generate(5, 300)
                    .filter(worker -> worker.province().equals(province))
                    .filter(worker -> worker.flaw().isBooked() || worker.flaw() == Flaw.BASE_BELOW_FLOOR)
                    .mapToLong(worker -> bring(worker, ledger))
                    .sum();

            assertThat(ledger.totalFen()).isEqualTo(expectedFen).isPositive();
        }
    }

    private static long bring(SyntheticWorker worker, Ledger ledger) {
        Answer registered = ledger.register(
                Serials.next(), new RegisterOrder(worker.citizenNumber(), worker.name(), worker.mobile(), "1"));
        Answer answer = ledger.withhold(
                Serials.next(),
                new WithholdOrder(
                        ((Answer.Registered) registered).personNumber(),
                        worker.citizenNumber(),
                        worker.name(),
                        "110",
                        worker.period(),
                        worker.baseFen(),
                        worker.amountFen(),
                        worker.platform().creditCode()));
        if (worker.flaw() == Flaw.BASE_BELOW_FLOOR) {
            assertThat(answer).isEqualTo(new Answer.Refused(Refusal.AMOUNT_NOT_ALLOWED));
        } else {
            assertThat(answer).isInstanceOf(Answer.Booked.class);
        }
        return worker.expectedFen();
    }
}
