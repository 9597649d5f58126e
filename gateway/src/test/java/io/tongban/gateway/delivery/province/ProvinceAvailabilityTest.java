package io.tongban.gateway.delivery.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProvinceAvailabilityTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");

    private final House house = new House();
    private final ProvinceAvailability availability = house.get(ProvinceAvailability.class);
    private final ProvinceControls controls = house.get(ProvinceControls.class);

    @Test
    void givesThePlacesOfTheLinkAndAsksAgainAfterASecond() {
        assertThat(availability.places(GUANGDONG)).isEqualTo(8);
        house.provinces.places = 0;
        house.clock.advance(Duration.ofMillis(999));
        assertThat(availability.isOpen(GUANGDONG)).isTrue();
        house.clock.advance(Duration.ofMillis(1));
        assertThat(availability.isOpen(GUANGDONG)).isFalse();
    }

    @Test
    void givesNoPlaceWhileTheAgencyPauses() {
        change(OperatorState.PAUSED);
        assertThat(availability.places(GUANGDONG)).isZero();
        change(OperatorState.RUNNING);
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(availability.places(GUANGDONG)).isEqualTo(8);
    }

    @Test
    void sendsWhatIsLeftWhileTheAgencyDrains() {
        change(OperatorState.DRAINING);
        assertThat(availability.isOpen(GUANGDONG)).isTrue();
    }

    @Test
    void sendsNothingWhileTheAgencysWordCannotBeRead() {
        house.jdbi.useHandle(handle -> handle.execute("drop table province_control"));
        assertThat(availability.places(GUANGDONG)).isZero();
    }

    @Test
    void looksAgainWhenTheClockWasSetBack() {
        availability.places(GUANGDONG);
        house.provinces.places = 1;
        house.clock.advance(Duration.ofHours(-1));
        assertThat(availability.places(GUANGDONG)).isEqualTo(1);
    }

    /** What was sent under a version that ended has to be inquired, or handed to a person. */
    @Test
    void leavesADoorOpenToAProvinceWithoutAVersion() {
        house.provinces.places = 0;
        assertThat(availability.places(GUANGDONG)).isZero();
        assertThat(availability.places(new ProvinceCode("31"))).isEqualTo(1);
        assertThat(availability.places(new ProvinceCode("99"))).isEqualTo(1);
    }

    /** Else what a mistake in the configuration leaves out would go to people, one by one. */
    @Test
    void whatWaitsForAProvinceThatIsOffWaitsUntilItIsOnAgain() {
        house.provinces.places = 0;
        assertThat(availability.places(new ProvinceCode("11"))).isZero();
    }

    private void change(OperatorState state) {
        house.inTransaction(handle -> controls.change(handle, GUANGDONG, state, "a move", House.AGENCY));
        controls.changed();
    }
}
