package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.contribution.change.ChangeFixture.EARLIEST;
import static io.tongban.gateway.contribution.change.ChangeFixture.GUANGDONG;
import static io.tongban.gateway.contribution.change.ChangeFixture.SICHUAN;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static io.tongban.province.InsuranceChange.END;
import static io.tongban.province.InsuranceChange.ENROL;
import static io.tongban.province.InsuranceChange.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.TransactionKind;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nobody is in two schemes or two provinces at once, whatever the order, the month and the moment. */
class ChangeServiceTest {
    /** The n-th person, who is born in 1990: nobody enrols for a pension who has retired. */
    private static final int YOUNG = 20;

    private final House house = new House();
    private final ChangeFixture meitu = ChangeFixture.of(house, MEITU, YOUNG);

    @Test
    void oneOrderDoesNotEnrolInBothSchemes() {
        for (List<String> both : List.of(
                List.of("AAE140:110", "AAE140:170"),
                List.of("AAE140:170", "AAE140:110"),
                List.of("AAE140:310", "AAE140:390"))) {
            assertProblem(
                    ProblemType.INSURED_IN_OTHER_SCHEME,
                    "/insurances/0",
                    () -> house.inTransaction(
                            handle -> meitu.order(handle, "both", GUANGDONG, ENROL, both.toArray(String[]::new))));
        }
        assertThat(house.count("insurance_change")).isZero();
    }

    @Test
    void anEndThatTheProvinceHasNotConfirmedFreesNoOtherProvinceAndNoOtherScheme() {
        meitu.confirmed("c-1", GUANGDONG, ENROL, null);
        String end = meitu.pension("c-2", GUANGDONG, END, EARLIEST);

        assertElsewhere("c-3", EARLIEST);
        assertProblem(
                ProblemType.INSURED_IN_OTHER_SCHEME,
                "/insurances/0",
                () -> house.inTransaction(handle -> meitu.order(handle, "c-4", GUANGDONG, ENROL, "AAE140:170")));
        meitu.settle(end, ChangeFixture.no());
        assertElsewhere("c-5", EARLIEST);
        meitu.confirmed("c-6", GUANGDONG, END, EARLIEST);
        meitu.pension("c-7", SICHUAN, ENROL, EARLIEST);
    }

    @Test
    void aMonthAheadDoesNotHideWhereThePersonIsPaying() {
        WithholdingFixture.of(house, KUAIDA, YOUNG).accepted("wh-1", WithholdingFixture.OCTOBER);

        assertElsewhere("c-1", EARLIEST.plusMonths(10));
    }

    @Test
    void anEndAheadFreesNoMonthBeforeIt() {
        meitu.confirmed("c-1", GUANGDONG, ENROL, null);
        meitu.confirmed("c-2", GUANGDONG, END, EARLIEST.plusMonths(6));

        assertElsewhere("c-3", EARLIEST);
        meitu.pension("c-4", SICHUAN, ENROL, EARLIEST.plusMonths(6));
    }

    @Test
    void anEnrolmentThatLiesAheadCounts() {
        meitu.confirmed("c-1", GUANGDONG, ENROL, null);
        meitu.confirmed("c-2", GUANGDONG, END, EARLIEST);
        meitu.confirmed("c-3", GUANGDONG, ENROL, EARLIEST.plusMonths(3));

        assertElsewhere("c-4", EARLIEST);
        meitu.confirmed("c-5", GUANGDONG, END, EARLIEST.plusMonths(6));
        assertElsewhere("c-6", EARLIEST);
        meitu.pension("c-7", SICHUAN, ENROL, EARLIEST.plusMonths(6));
    }

    /** The one has the person; the other has to wait for it, and then sees what it did. */
    @Test
    void enrolsAtOneOfTwoProvincesThatAreAskedAtOnce() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> other = house.inTransaction(handle -> {
                meitu.order(handle, "c-1", GUANGDONG, ENROL, "AAE140:110");
                Future<List<String>> started =
                        threads.submit(() -> Crowd.run(1, i -> () -> meitu.pension("c-2", SICHUAN, ENROL, EARLIEST)));
                awaitAWaiter();
                return started;
            });
            assertThat(other.get()).containsExactly("insured-elsewhere");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatAProvinceDoesNotOfferIsRefusedBeforeAnythingIsStored() {
        house.provinces.notOffered = Set.of(TransactionKind.PAUSE);

        assertProblem(
                ProblemType.CHANGE_NOT_OFFERED, "/province", () -> meitu.pension("c-1", GUANGDONG, PAUSE, EARLIEST));

        assertThat(house.count("insurance_change")).isZero();
        meitu.pension("c-2", GUANGDONG, END, EARLIEST);
    }

    private void assertElsewhere(String reference, YearMonth from) {
        assertProblem(
                ProblemType.INSURED_ELSEWHERE, "/insurances/0", () -> meitu.pension(reference, SICHUAN, ENROL, from));
    }

    /** Looks through a connection of its own: within one transaction PostgreSQL shows its first look over and over. */
    private void awaitAWaiter() {
        String waiting = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
                + "AND query LIKE '%FROM person%FOR NO KEY UPDATE%'";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> CompletableFuture.supplyAsync(() -> house.count(waiting))
                                .join()
                        > 0);
    }
}
