package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.demo.TwoDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's two days, over the running stack. */
@ExtendWith(RunningSandbox.class)
class DemoDaysTest {
    private final TestSandbox sandbox;

    DemoDaysTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void signsTheDayThatAgreesAndNamesTheBookingThatTheProvinceLost() throws Exception {
        var unused = new TwoBooks(sandbox).booked("44", 4);

        TwoDays.Told told = TwoDays.told(sandbox.stack());

        assertThat(told.right()).as(told.text()).isTrue();
        assertThat(told.text().lines().skip(2))
                .as(told.text())
                .hasSize(2)
                .satisfiesExactly(
                        agreed -> assertThat(agreed).contains(" AGREED ").endsWith("none, signed"),
                        differs -> assertThat(differs)
                                .contains(" DIFFERS ")
                                .containsPattern("  missing-there [0-9A-Z]+$"));
    }
}
