package io.tongban.gateway.contribution.mandate;

import static io.tongban.gateway.contribution.mandate.MandateFixture.create;
import static io.tongban.gateway.contribution.mandate.MandateFixture.grant;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MandateServiceTest {
    private final House house = new House();
    private final MandateService mandates = house.get(MandateService.class);
    private String workerId = "";

    @BeforeEach
    void register() {
        workerId = WorkerFixture.registered(house, MEITU, 1, "44");
    }

    @Test
    void keepsAMandateAsItWasGiven() {
        RecordedMandate mandate = create(house, MEITU, grant("m-1", workerId, "44", YearMonth.of(2027, 8)));
        assertThat(mandate.id()).startsWith("mdt_");
        assertThat(mandate.insurances())
                .containsExactlyInAnyOrder(ScriptedProvinces.PENSION, ScriptedProvinces.MEDICAL);
        assertThat(mandate.validFrom()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(mandate.validTo()).isEqualTo(YearMonth.of(2027, 8));
        assertThat(mandate.createdAt()).isEqualTo(House.NOW);
        assertThat(read(MEITU, mandate.id())).isEqualTo(mandate);
        assertThat(house.audited()).endsWith("mandate.recorded");
    }

    @Test
    void refusesWhatCannotBeAMandate() {
        create(house, MEITU, grant("m-1", workerId, "44", null));
        refuse(ProblemType.REFERENCE_USED, "/partnerReference", MEITU, grant("m-1", workerId, "44", null));
        // The reference first: whoever repeats what was recorded must not hear what stands against it by now.
        refuse(ProblemType.REFERENCE_USED, "/partnerReference", MEITU, grant("m-1", workerId, "51", null));
        refuse(ProblemType.WORKER_NOT_FOUND, "/workerId", KUAIDA, grant("m-1", workerId, "44", null));
        refuse(ProblemType.WORKER_NOT_REGISTERED_THERE, "/province", MEITU, grant("m-2", workerId, "51", null));
        refuse(ProblemType.WORKER_NOT_FOUND, "/workerId", KUAIDA, grant("m-2", workerId, "44", null));
        refuse(ProblemType.PROVINCE_UNKNOWN, "/province", MEITU, grant("m-2", workerId, "11", null));
        refuse(ProblemType.PROVINCE_CLOSED, "/province", MEITU, grant("m-2", workerId, "31", null));
        refuse(
                ProblemType.MANDATE_PERIOD_INVALID,
                "/validTo",
                MEITU,
                grant("m-2", workerId, "44", YearMonth.of(2026, 8)));
        assertThat(house.count("mandate")).isEqualTo(1);
    }

    @Test
    void refusesAnInsuranceThatTheProvinceDoesNotTake() {
        Grant pension = grant("m-1", workerId, "44", null);
        Grant injury = new Grant(
                pension.reference(),
                workerId,
                pension.province(),
                Set.of(ScriptedProvinces.INJURY),
                pension.capFen(),
                pension.validFrom(),
                null,
                pension.signedAt(),
                pension.agreementReference(),
                null);

        refuse(ProblemType.INSURANCE_NOT_OFFERED, "/insurances/0", MEITU, injury);
    }

    @Test
    void takesAMandateForASingleMonth() {
        create(house, MEITU, grant("m-1", workerId, "44", YearMonth.of(2026, 9)));
        assertThat(house.count("mandate")).isEqualTo(1);
    }

    @Test
    void isRevokedOnce() {
        String id = MandateFixture.given(house, MEITU, workerId);
        MandateFixture.revoke(house, MEITU, id);
        assertThat(read(MEITU, id).revokedAt()).isEqualTo(House.NOW);
        assertProblem(ProblemType.MANDATE_REVOKED, null, () -> MandateFixture.revoke(house, MEITU, id));
        assertThat(house.audited().stream().filter("mandate.revoked"::equals)).hasSize(1);
    }

    @Test
    void isRevokedOnceHoweverManyAskAtOnce() throws Exception {
        String id = MandateFixture.given(house, MEITU, workerId);
        var outcomes = Crowd.run(10, i -> () -> {
            MandateFixture.revoke(house, MEITU, id);
            return id;
        });
        assertThat(outcomes).containsOnly("ok", "mandate-revoked").containsOnlyOnce("ok");
    }

    @Test
    void refusesARevocationFromTheFutureOrFromBeforeTheMandate() {
        String id = MandateFixture.given(house, MEITU, workerId);
        for (Instant said : new Instant[] {
            House.NOW.plusSeconds(301), Instant.MAX, Instant.MIN, MandateFixture.SIGNED_AT.minusMillis(1)
        }) {
            assertProblem(
                    ProblemType.MANDATE_REVOCATION_INVALID,
                    "/revokedAt",
                    () -> house.inTransaction(handle -> mandates.revoke(handle, House.program(MEITU), id, said, null)));
        }
        assertThat(read(MEITU, id).revokedAt()).isNull();
    }

    @Test
    void isSeenByItsOwnPartnerAlone() {
        String id = MandateFixture.given(house, MEITU, workerId);
        assertProblem(ProblemType.MANDATE_NOT_FOUND, null, () -> read(KUAIDA, id));
        assertProblem(ProblemType.MANDATE_NOT_FOUND, null, () -> MandateFixture.revoke(house, KUAIDA, id));
        assertThat(read(MEITU, id).revokedAt()).isNull();
    }

    private RecordedMandate read(String clientId, String id) {
        return house.inTransaction(handle -> mandates.read(handle, clientId, id));
    }

    private void refuse(ProblemType type, String pointer, String clientId, Grant grant) {
        assertProblem(type, pointer, () -> create(house, clientId, grant));
    }
}
