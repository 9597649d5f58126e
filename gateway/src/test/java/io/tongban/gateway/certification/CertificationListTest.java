package io.tongban.gateway.certification;

import static io.tongban.gateway.certification.CertificationFixture.OTHER;
import static io.tongban.gateway.certification.CertificationFixture.PARTNER;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationApprovalState;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which runs a partner sees, with what of them, and for how long. */
class CertificationListTest {
    private final CertificationFixture fixture = new CertificationFixture();

    @Test
    void listsAPartnersRunsNewestFirstInPages() {
        List<String> ids = List.of(
                fixture.certified(PARTNER).id(),
                fixture.reported(PARTNER, Map.of("certified", false)).id(),
                fixture.running(PARTNER).id());
        fixture.certified(OTHER);

        CertificationService.Page first = page(null, 2);
        CertificationService.Page last = page(first.nextCursor(), 2);

        assertThat(first.items()).extracting(CertificationRun::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(last.items()).extracting(CertificationRun::id).containsExactly(ids.get(0));
        assertThat(last.nextCursor()).isNull();
        assertThat(page(null, null).items()).hasSize(3);
        assertThat(page(null, 3).nextCursor()).isNull();
    }

    @Test
    void refusesCursorsAndLengthsThatAreNone() {
        assertProblem(ProblemType.CURSOR_INVALID, null, () -> page("wkr_1", null));
        assertProblem(ProblemType.HEADER_INVALID, null, () -> page(null, 201));
    }

    @Test
    void aRunInTheListSaysWhatCameOfIt() {
        CertificationRun run = fixture.certified(PARTNER);
        Approved approved = fixture.approve(run.id());

        CertificationSummary shown =
                CertificationMapper.toSummary(fixture.read(run.id()), List.of(approved), House.NOW);

        assertThat(shown.certified()).isTrue();
        assertThat(shown.endedAt()).isEqualTo(House.NOW);
        assertThat(shown.approvals())
                .containsExactly(new CertificationApproval(
                        run.id(),
                        PARTNER,
                        "44",
                        "v1",
                        CertificationApprovalState.APPROVED,
                        House.NOW,
                        "tongban-agency",
                        House.NOW.plus(Duration.ofDays(365))));
        assertThat(CertificationMapper.toSummary(run, List.of(approved), approved.expiresAt())
                        .approvals())
                .extracting(CertificationApproval::state)
                .containsExactly(CertificationApprovalState.ENDED);
        assertThat(CertificationMapper.toSummary(fixture.running(PARTNER), List.of(), House.NOW)
                        .certified())
                .isNull();
        assertThat(CertificationMapper.toSummary(
                                fixture.reported(OTHER, Map.of("certified", false)), List.of(), House.NOW)
                        .certified())
                .isFalse();
    }

    @Test
    void aRunSaysWhereItIsApprovedBesideItsCases() {
        CertificationRun run = fixture.certified(PARTNER);
        Approved approved = fixture.approve(run.id());

        var shown = CertificationMapper.toWire(
                fixture.read(run.id()), CertificationFixture.passed(), List.of(approved), House.NOW);

        assertThat(shown.approvals())
                .extracting(CertificationApproval::province)
                .containsExactly("44");
        assertThat(shown.cases()).hasSize(CertificationFixture.passed().size());
    }

    @Test
    void nobodyFindsTheRunOfAnotherPartner() {
        CertificationRun run = fixture.certified(PARTNER);

        assertProblem(
                ProblemType.CERTIFICATION_NOT_FOUND,
                null,
                () -> fixture.house.inTransaction(handle -> fixture.service.find(handle, OTHER, run.id())));
        assertThat(fixture.house
                        .inTransaction(handle -> fixture.service.list(handle, OTHER, null, null))
                        .items())
                .isEmpty();
    }

    @Test
    void anApprovedRunIsKeptUntilAMonthAfterItsApprovalHasEnded() {
        CertificationRun approved = fixture.certified(PARTNER);
        CertificationRun plain = fixture.certified(PARTNER);
        fixture.house.clock.advance(Duration.ofDays(300));
        fixture.approve(approved.id());

        fixture.house.clock.advance(Duration.ofDays(67));
        forget();
        assertThat(page(null, null).items())
                .extracting(CertificationRun::id)
                .containsExactly(approved.id())
                .doesNotContain(plain.id());

        // 365 days from the approval, and 31.
        fixture.house.clock.advance(Duration.ofDays(328));
        forget();
        assertThat(page(null, null).items()).hasSize(1);

        fixture.house.clock.advance(Duration.ofDays(1));
        forget();
        assertThat(page(null, null).items()).isEmpty();
        assertThat(fixture.house.count("certification_approval")).isZero();
        assertThat(fixture.house.who("certification.approved")).hasSize(1);
    }

    private void forget() {
        fixture.house.jdbi.useTransaction(fixture.service::forget);
    }

    private CertificationService.Page page(@Nullable String cursor, @Nullable Integer limit) {
        return fixture.house.inTransaction(handle -> fixture.service.list(handle, PARTNER, cursor, limit));
    }
}
