package io.tongban.gateway.delivery.province;

import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceCapabilities;
import io.tongban.api.province.ProvinceCapability;
import io.tongban.api.province.ProvinceHealth;
import io.tongban.api.province.ProvinceState;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceResourceTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final Instant EXPECTED = Instant.parse("2026-11-24T02:00:00Z");

    private final House house = new House();
    private final ProvinceResource provinces = house.get(ProvinceResource.class);

    @Test
    void showsWhatIsKnownOfAProvince() {
        assertThat(provinces.readProvince("44"))
                .isEqualTo(new Province(
                        "44",
                        "省",
                        "Province",
                        "soap",
                        List.of("AAE140:110", "AAE140:310"),
                        new ProvinceCapabilities(
                                ProvinceCapability.ONLINE,
                                ProvinceCapability.ONLINE,
                                ProvinceCapability.ONLINE,
                                List.of(InsuranceChangeKind.values())),
                        true,
                        null,
                        ProvinceState.RUNNING,
                        ProvinceHealth.UP,
                        Duration.between(House.NOW, EXPECTED).toSeconds(),
                        EXPECTED,
                        0));
    }

    @Test
    void listsAllByCode() {
        assertThat(provinces.listProvinces().items())
                .extracting(Province::code)
                .containsExactly("11", "31", "44", "51");
    }

    @Test
    void aProvinceThatTakesNothingTodayIsNotOpen() {
        assertThat(provinces.readProvince("31").open()).isFalse();
    }

    @Test
    void expectsNothingOfAProvinceThatIsOff() {
        Province off = provinces.readProvince("11");

        assertThat(off.health()).isEqualTo(ProvinceHealth.OFF);
        assertThat(off.open()).isFalse();
        assertThat(off.expectedBy()).isNull();
    }

    @Test
    void trustsWhatWasMeasuredMoreThanTheProfile() {
        house.get(OutcomeTimes.class).settled(GUANGDONG, Duration.ofMillis(1200));

        assertThat(provinces.readProvince("44").typicalOutcomeSeconds()).isEqualTo(2);
        assertThat(provinces.readProvince("51").typicalOutcomeSeconds()).isEqualTo(22 * 3600);
    }

    @Test
    void expectsNothingOfAProvinceThatIsPaused() {
        ProvinceControls controls = house.get(ProvinceControls.class);
        house.inTransaction(handle -> controls.change(handle, GUANGDONG, OperatorState.PAUSED, "a move", House.AGENCY));
        controls.changed();

        Province paused = provinces.readProvince("44");

        assertThat(paused.state()).isEqualTo(ProvinceState.PAUSED);
        assertThat(paused.expectedBy()).isNull();
        assertThat(paused.open()).as("its system is").isTrue();
    }

    @Test
    void countsWhatWaitsForIt() {
        house.jdbi.useHandle(handle -> handle.execute("""
                insert into outbox (kind, subject_id, lane)
                values ('province.withhold', 'wh_1', 'province:44'), ('province.enrol', 'enr_1', 'province:44'),
                       ('province.withhold', 'wh_2', 'province:51'), ('webhook', 'evt_1', 'webhook:whe_1')
                """));

        assertThat(provinces.listProvinces().items())
                .extracting(Province::waiting)
                .containsExactly(0L, 0L, 2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "4", "gd", "44 ", ""})
    void knowsNoOther(String code) {
        assertProblem(ProblemType.NOT_FOUND, null, () -> provinces.readProvince(code));
    }
}
