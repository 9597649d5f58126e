package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway killed with -9 while it compares a day: the day is compared by whoever comes after it, from its beginning. */
@ExtendWith(RunningSandbox.class)
class KilledComparisonTest {
    private static final String PROVINCE = "44";
    private static final LocalDate DAY = TwoBooks.TODAY.minusDays(11);
    /** One more than the province lists on a page. */
    private static final int BOOKINGS = 21;
    /** Before each page, so that there is time to kill between two; the profile waits longer. */
    private static final Duration SLOW = Duration.ofSeconds(6);

    private final TestSandbox sandbox;
    private final TwoBooks books;
    private final Simulator province;

    KilledComparisonTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        books = new TwoBooks(sandbox);
        province = sandbox.province(PROVINCE);
    }

    @AfterEach
    void quickAgain() {
        province.faults().clear();
        province.faults().latency(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void findsWhatDiffersOnceAndSignsTheDayWhenItAgrees() throws Exception {
        books.awaitNoOpenTasks(PROVINCE);
        List<String> booked = books.booked(PROVINCE, BOOKINGS);
        books.move(PROVINCE, booked, DAY);
        books.plant(PROVINCE, Fault.DAY_AMOUNT_DIFFERS);
        province.faults().latency(SLOW, Duration.ZERO);

        books.open(PROVINCE, DAY);
        killedWithHalfOfTheListRead();

        books.awaitState(PROVINCE, DAY, "DIFFERS");
        assertThat(books.differences(PROVINCE, DAY)).isEqualTo(List.of("amount-differs " + booked.get(BOOKINGS - 1)));
        assertThat(books.differencesEver(PROVINCE, DAY)).isEqualTo(1);
        assertThat(books.openTasks(PROVINCE)).isEqualTo(1);

        books.clear(PROVINCE, Fault.DAY_AMOUNT_DIFFERS);
        books.awaitState(PROVINCE, DAY, "AGREED");
        assertThat(books.openTasks(PROVINCE)).isZero();
        assertThat(books.day(PROVINCE, DAY).at("/sums/0/theirCount").asInt()).isEqualTo(BOOKINGS);
        assertThat(listed()).as("what was left half read").isZero();
    }

    private void killedWithHalfOfTheListRead() throws Exception {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .until(() -> listed() > 0);
        GatewayProcess gateway = sandbox.stack().gatewayProcess();
        gateway.kill();
        assertThat(listed()).as("rows of the list").isBetween(1L, BOOKINGS - 1L);
        assertThat(books.text("select state from reconciliation_day where province = '" + PROVINCE + "' and day = '"
                        + DAY + "'"))
                .isEqualTo("OPEN");
        province.faults().latency(Duration.ZERO, Duration.ZERO);
        gateway.restart();
    }

    private long listed() {
        return sandbox.count(
                "select count(*) from reconciliation_item where province = '" + PROVINCE + "' and day = '" + DAY + "'");
    }
}
