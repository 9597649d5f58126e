package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScenarioOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    private final ScenarioOrders orders = new ScenarioOrders();

    @Test
    void strikesOneSerialAndNoOtherAndAsOftenAsItIsTo() {
        orders.add("A1", Scenario.PROVINCE_CLOSED);

        assertThat(orders.strikes(Scenario.LOST_REPLY, "A1")).isFalse();
        assertThat(orders.strikes(Scenario.PROVINCE_CLOSED, "A2")).isFalse();
        assertThat(orders.strikes(Scenario.PROVINCE_CLOSED, "A1")).isTrue();
        assertThat(orders.strikes(Scenario.PROVINCE_CLOSED, "A1")).isTrue();
        assertThat(orders.strikes(Scenario.PROVINCE_CLOSED, "A1")).isFalse();
    }

    @Test
    void isInProcessForADayFromTheFirstTimeItIsAsked() {
        orders.add("A1", Scenario.IN_PROCESS_ONE_DAY);

        assertThat(orders.isInProcess("A1", NOW)).isTrue();
        assertThat(orders.isInProcess("A1", NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(orders.isInProcess("A1", NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(orders.isInProcess("A2", NOW)).isFalse();
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        orders.add("OLD", Scenario.LOST_REPLY);
        for (int i = 0; i < 10_000; i++) {
            orders.add("S" + i, Scenario.LOST_REPLY);
        }

        assertThat(orders.isOrdered(Scenario.LOST_REPLY, "OLD")).isFalse();
        assertThat(orders.isOrdered(Scenario.LOST_REPLY, "S0")).isTrue();
    }
}
