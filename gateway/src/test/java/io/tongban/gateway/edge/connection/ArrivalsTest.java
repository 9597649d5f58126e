package io.tongban.gateway.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.trust.access.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final AddressRange HERE = address("10.0.0.1");
    private static final AddressRange THERE = address("10.0.0.2");

    private final AtomicLong nanos = new AtomicLong();
    private final Arrivals arrivals = new Arrivals(500, nanos::get);

    @Test
    void letsAnAddressBeginItsShareAndThenSoManyASecond() {
        assertThat(begun(HERE, 1_000)).isEqualTo(500);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(begun(HERE, 1_000)).isEqualTo(20);
        assertThat(begun(THERE, 1_000)).isEqualTo(500);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(begun(HERE, 1_000)).isEqualTo(500);
    }

    @Test
    void doesNotCountThoseThatBringSomething() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(arrivals.take(HERE)).isNotNegative();
            arrivals.giveBack(HERE);
            arrivals.served(HERE);
        }
        assertThat(begun(HERE, 1_000)).isEqualTo(500);
    }

    @Test
    void countsThoseThatWereCutAfterAll() {
        for (int i = 0; i < 200; i++) {
            assertThat(arrivals.take(HERE)).isNotNegative();
            arrivals.giveBack(HERE);
            arrivals.charge(HERE);
        }
        assertThat(begun(HERE, 1_000)).isEqualTo(300);
    }

    @Test
    void servesAFewAtOnceAndTheOthersOneAfterTheOther() {
        assertThat(IntStream.range(0, 31).mapToLong(i -> arrivals.take(HERE))).containsOnly(0L);

        assertThat(arrivals.take(HERE)).isEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(arrivals.take(HERE)).isEqualTo(Duration.ofMillis(40).toNanos());
        assertThat(arrivals.take(THERE)).isZero();
        nanos.addAndGet(Duration.ofMillis(40).toNanos());
        assertThat(arrivals.take(HERE)).isEqualTo(Duration.ofMillis(20).toNanos());
    }

    @Test
    void holdsUpNobodyWhoseConnectionsWereServed() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(arrivals.take(HERE)).isZero();
            arrivals.giveBack(HERE);
            arrivals.served(HERE);
        }
    }

    @Test
    void servesAWholeShareWithinTenSeconds() {
        assertThat(IntStream.range(0, 500).mapToLong(i -> arrivals.take(HERE)).max())
                .hasValue(Duration.ofMillis(20 * (500 - 31)).toNanos());
    }

    @Test
    void refusesThoseWhoseTurnIsMoreThanTenSecondsAway() {
        for (int i = 0; i < 531; i++) {
            assertThat(arrivals.take(HERE)).isNotNegative();
            arrivals.giveBack(HERE);
        }

        assertThat(arrivals.take(HERE)).isNegative();
    }

    private long begun(AddressRange address, int times) {
        return IntStream.range(0, times)
                .filter(i -> arrivals.take(address) >= 0)
                .count();
    }

    private static AddressRange address(String text) {
        try {
            return AddressRange.whole(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
