package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.contribution.change.ChangeFixture.EARLIEST;
import static io.tongban.gateway.contribution.change.ChangeFixture.GUANGDONG;
import static io.tongban.gateway.contribution.change.ChangeFixture.SICHUAN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.worker.InsuranceChoices.Wish;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker chose at the registration is enrolled for once the province has said yes, or refused with why. */
class ChosenEnrolmentsTest {
    /** The n-th person, who is born in 1990. */
    private static final int YOUNG = 20;

    private static final Wish PENSION = new Wish(new InsuranceKind("AAE140:110"), 551_000L, null);
    private static final Wish MEDICAL = new Wish(new InsuranceKind("AAE140:310"), 551_000L, null);

    private final House house = new House();

    @Test
    void enrolsForEachChosenInsuranceOnceTheProvinceHasSaidYes() {
        house.listen(MEITU);
        String enrolment = WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION, MEDICAL);
        assertThat(house.count("insurance_change"))
                .as("nobody knows yet who it is")
                .isZero();

        WorkerFixture.settle(house, enrolment);

        List<ChangeRecord> changes = changes(MEITU);
        assertThat(changes)
                .extracting(each -> each.of().insurance() + " " + each.of().from() + " "
                        + each.of().baseFen() + " " + each.word() + " " + each.state() + " "
                        + each.reference().equals(enrolment))
                .containsExactlyInAnyOrder(
                        "AAE140:110 " + EARLIEST + " 551000 ENROL ACCEPTED true",
                        "AAE140:310 " + EARLIEST + " 551000 ENROL ACCEPTED true");
        assertThat(house.count("outbox WHERE kind = 'province.change'")).isEqualTo(2);
        assertThat(house.told()).containsExactly(MEITU + " WORKER_ENROLLED");
    }

    @Test
    void enrolsForNothingWhereTheProvinceRefusesThePerson() {
        String enrolment = WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION);
        WorkerFixture.refuse(house, workerOf(enrolment));

        assertThat(house.count("insurance_change")).isZero();
        assertThat(house.count("outbox WHERE kind = 'province.change'")).isZero();
    }

    @Test
    void anOrderOfTheSameReferenceKeepsNoRegistrationFromBeingBooked() {
        String enrolment = WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION);
        ChangeFixture another = ChangeFixture.of(house, MEITU, 22);
        another.pension(enrolment, GUANGDONG, InsuranceChange.ENROL, EARLIEST);

        WorkerFixture.settle(house, enrolment);

        assertThat(changes(MEITU))
                .extracting(each -> each.workerId().equals(another.workerId()) + " " + each.reference())
                .containsExactly("true " + enrolment, "false " + enrolment);
        assertProblem(
                ProblemType.REFERENCE_USED,
                "/partnerReference",
                () -> another.pension(enrolment, SICHUAN, InsuranceChange.ENROL, EARLIEST));
    }

    @Test
    void nothingIsReadOnceMoreForEachInsurance() {
        assertThat(readsToSettle(YOUNG, PENSION, MEDICAL)).isEqualTo(readsToSettle(22, PENSION));
    }

    @Test
    void whoIsRegisteredOnceMoreHearsThatAndNotWhatStandsAgainstTheInsurancesByNow() {
        WorkerFixture.settle(house, WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION));

        assertProblem(
                ProblemType.WORKER_EXISTS,
                "/province",
                () -> WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION));
    }

    @Test
    void aGradeIsTheBaseOfTheFirstMonthAlsoWhereTheProvinceAnswersAfterACutOff(@TempDir Path policies)
            throws IOException {
        Files.writeString(policies.resolve("44-later.yaml"), """
                scope: "44"
                name: {zh: 广东, en: Guangdong}
                entries:
                  - id: 44-average-wage-2027
                    rule: average-wage
                    value: 10000.00
                    valid-from: 2027-01-01
                    known-from: 2026-11-23
                    review-by: 2027-12-31
                    mark: assumed
                    source: "Made up for a test"
                """);
        House later = new House(policies);
        String enrolment = WorkerFixture.choosing(
                later, MEITU, YOUNG, GUANGDONG, new Wish(new InsuranceKind("AAE140:110"), null, "80"));
        later.clock.advance(Duration.ofDays(30));
        WorkerFixture.settle(later, enrolment);

        assertThat(changes(later, MEITU))
                .extracting(each -> each.of().from() + " " + each.of().baseFen())
                .containsExactly("2027-01 800000");
    }

    @Test
    void aGradeIsTheBaseOfTheFirstMonth() {
        String enrolment = WorkerFixture.choosing(
                house, MEITU, YOUNG, GUANGDONG, new Wish(new InsuranceKind("AAE140:110"), null, "60"));
        WorkerFixture.settle(house, enrolment);

        // The lowest grade is the province's lowest base; a registration names no city.
        assertThat(changes(MEITU).get(0).of().baseFen()).isEqualTo(477_500);
        assertProblem(
                ProblemType.GRADE_UNKNOWN,
                "/insurances/0/grade",
                () -> WorkerFixture.choosing(
                        house, KUAIDA, YOUNG, GUANGDONG, new Wish(new InsuranceKind("AAE140:110"), null, "61")));
    }

    @Test
    void whatAnotherPartnerEnrolledForElsewhereIsToldOnlyOnceTheProvinceKnowsThePerson() {
        WorkerFixture.settle(house, WorkerFixture.choosing(house, KUAIDA, YOUNG, SICHUAN, PENSION));
        house.listen(MEITU);

        String enrolment = WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, PENSION, MEDICAL);
        WorkerFixture.settle(house, enrolment);

        assertThat(changes(MEITU))
                .extracting(each -> each.of().insurance() + " " + each.state() + " " + each.refusal())
                .containsExactlyInAnyOrder("AAE140:110 REFUSED INSURED_ELSEWHERE", "AAE140:310 ACCEPTED null");
        assertThat(house.told())
                .containsExactlyInAnyOrder(MEITU + " WORKER_ENROLLED", MEITU + " INSURANCE_CHANGE_REFUSED");
        assertThat(house.audited("change.accepted"))
                .as("what was refused at once was never accepted")
                .extracting(facts -> facts.get("insurance").asText())
                .containsExactly("AAE140:110", "AAE140:310");
        assertThat(house.audited("change.refused")).singleElement().satisfies(facts -> {
            assertThat(facts.get("refusal").asText()).isEqualTo("insured-elsewhere");
            assertThat(facts.get("insurance").asText()).isEqualTo("AAE140:110");
            assertThat(facts.get("from").asText()).isEqualTo(EARLIEST.toString());
            assertThat(facts.get("consent").asText()).isEqualTo("consent-" + YOUNG);
        });
    }

    @Test
    void whoIsKnownAlreadyHearsAtOnceThatThePersonIsInsuredElsewhere() {
        WorkerFixture.settle(house, WorkerFixture.choosing(house, MEITU, YOUNG, SICHUAN, PENSION));

        assertProblem(
                ProblemType.INSURED_ELSEWHERE,
                "/insurances/1/insurance",
                () -> WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, MEDICAL, PENSION));
        assertThat(house.count("enrolment WHERE province = '44'")).isZero();
    }

    @Test
    void refusesWhatCanBeKnownToBeWrongAtOnce() {
        InsuranceKind pension = PENSION.insurance();
        refused(ProblemType.INSURED_IN_OTHER_SCHEME, "/insurances/0/insurance", PENSION, wish("AAE140:170"));
        refused(ProblemType.FIELD_INVALID, "/insurances/1/insurance", PENSION, PENSION);
        refused(ProblemType.INSURANCE_NOT_OFFERED, "/insurances/0/insurance", wish("AAE140:510"));
        refused(ProblemType.BASE_OUTSIDE_LIMITS, "/insurances/0/baseFen", new Wish(pension, 100L, null));
        refused(ProblemType.GRADE_AND_BASE, "/insurances/0/grade", new Wish(pension, 551_000L, "60"));
        refused(ProblemType.BASE_NEEDED, "/insurances/0/baseFen", new Wish(pension, null, null));
        assertThat(house.count("worker")).isZero();
    }

    @Test
    void whoHasReachedTheRetirementAgeEnrolsForNoPensionByWhicheverCall() {
        // A woman of 1971, whose age was reached in 2026.
        assertProblem(
                ProblemType.RETIREMENT_AGE_REACHED,
                "/insurances/0/insurance",
                () -> WorkerFixture.choosing(house, MEITU, 1, GUANGDONG, PENSION));
        ChangeFixture meitu = ChangeFixture.of(house, MEITU, 1);
        assertProblem(
                ProblemType.RETIREMENT_AGE_REACHED,
                "/insurances/0",
                () -> meitu.pension("c-1", GUANGDONG, InsuranceChange.ENROL, EARLIEST));
    }

    private void refused(ProblemType type, String pointer, Wish... wishes) {
        assertProblem(type, pointer, () -> WorkerFixture.choosing(house, MEITU, YOUNG, GUANGDONG, wishes));
    }

    private static Wish wish(String insurance) {
        return new Wish(new InsuranceKind(insurance), 551_000L, null);
    }

    private int readsToSettle(int n, Wish... wishes) {
        String enrolment = WorkerFixture.choosing(house, MEITU, n, GUANGDONG, wishes);
        AtomicInteger reads = new AtomicInteger();
        house.jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext statement) {
                if (statement.getRenderedSql().strip().startsWith("SELECT")) {
                    reads.incrementAndGet();
                }
            }
        });
        WorkerFixture.settle(house, enrolment);
        house.jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        return reads.get();
    }

    private List<ChangeRecord> changes(String clientId) {
        return changes(house, clientId);
    }

    private static List<ChangeRecord> changes(House house, String clientId) {
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT " + ChangeRow.COLUMNS
                        + " FROM insurance_change WHERE client_id = :client ORDER BY number")
                .bind("client", clientId)
                .map(ChangeRow::read)
                .list());
    }

    private String workerOf(String enrolment) {
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT worker_id FROM enrolment WHERE id = :id")
                .bind("id", enrolment)
                .mapTo(String.class)
                .one());
    }
}
