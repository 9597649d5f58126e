package io.tongban.gateway.counter.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.counter.approval.DualControlFixture.Asked;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.signature.OperatorSignature;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may sign beside whom, and when, in the database. */
class ApprovalsTest {
    private static final Asked ASKED = new Asked("T1", "r-1", "wkr_1");
    private static final Principal BANK = new Principal.Program(DualControlFixture.BANK);

    @TempDir
    private Path folder;

    private DualControlFixture fixture;

    @BeforeEach
    void twoBanks() {
        fixture = new DualControlFixture(folder);
        fixture.operator(DualControlFixture.BANK, "T1", "TELLER", "ACTIVE", "b1");
        fixture.operator(DualControlFixture.BANK, "T2", "TELLER", "ACTIVE", "b1");
        fixture.operator(DualControlFixture.BANK, "S1", "SUPERVISOR", "ACTIVE", "b1");
        fixture.operator(DualControlFixture.BANK, "S2", "SUPERVISOR", "ACTIVE", "c1");
        fixture.operator(DualControlFixture.BANK, "gone", "SUPERVISOR", "SUSPENDED", "b1");
        fixture.operator(DualControlFixture.BANK, "away", "SUPERVISOR", "ACTIVE", "b2 c2");
        fixture.operator(DualControlFixture.BANK, "A1", "AUDITOR", "ACTIVE", "b1");
        fixture.operator(DualControlFixture.OTHER, "foreign", "SUPERVISOR", "ACTIVE", "b1");
    }

    private static ProblemType refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).type();
    }

    private OperatorSignature checked(String number, OperatorSignature maker) {
        return fixture.signer(number, fixture.house.clock).check(ASKED.content(), maker);
    }

    @Test
    void aSupervisorOfTheSameBankConfirmsOnceAndThePairIsKept() {
        OperatorSignature maker = fixture.made(ASKED);
        Approval opened = fixture.open(ASKED, maker);
        OperatorSignature checker = checked("S1", maker);

        assertThat(fixture.confirm(ASKED, maker, checker).staffNumber()).isEqualTo("S1");

        Approval kept = fixture.house.inTransaction(
                handle -> fixture.approvals.read(handle, DualControlFixture.BANK, opened.id()));
        assertThat(kept.state()).isEqualTo(Approval.State.CONFIRMED);
        assertThat(kept.content()).isEqualTo(ASKED.content());
        assertThat(kept.maker().signature()).isEqualTo(maker);
        assertThat(kept.checker()).isEqualTo(new Approval.Signed("S1", checker));
        assertThat(kept.effectId()).isEqualTo("cpm_1");
        assertThat(fixture.house.<byte[]>inTransaction(handle -> fixture.approvals.body(handle, kept)))
                .isEqualTo(ASKED.body());
        assertThat(fixture.house.who("approval.opened")).containsExactly("operator bank/T1 of bank");
        assertThat(fixture.house.who("approval.confirmed")).containsExactly("operator bank/S1 of bank");
        assertThat(refused(() -> fixture.confirm(ASKED, maker, checked("S2", maker))))
                .isEqualTo(ProblemType.APPROVAL_CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "T1,      SECOND_PERSON_SAME",
        "T2,      SECOND_PERSON_ROLE",
        "A1,      SECOND_PERSON_ROLE",
        "gone,    SECOND_PERSON_SUSPENDED",
        "away,    SECOND_PERSON_NOT_AT_POINT",
        "foreign, SECOND_PERSON_FOREIGN",
        "nobody,  SIGNATURE_KEY_UNKNOWN",
    })
    void whoeverMayNotBeTheSecondPersonHasACodeOfItsOwnAndNothingIsUsed(String number, ProblemType code) {
        OperatorSignature maker = fixture.made(ASKED);
        Approval opened = fixture.open(ASKED, maker);

        assertThat(refused(() -> fixture.confirm(ASKED, maker, checked(number, maker))))
                .isEqualTo(code);

        assertThat(fixture.house.count("approval WHERE state = 'PENDING' AND id = '" + opened.id() + "'"))
                .isEqualTo(1);
        assertThat(fixture.confirm(ASKED, maker, checked("S2", maker)).staffNumber())
                .isEqualTo("S2");
    }

    @Test
    void aSupervisorWhoAskedIsNoSecondPerson() {
        Asked asked = new Asked("S1", "r-1", "wkr_1");
        OperatorSignature maker = fixture.made(asked);
        fixture.open(asked, maker);
        OperatorSignature own = fixture.signer("S1", fixture.house.clock).check(asked.content(), maker);
        assertThat(refused(() -> fixture.confirm(asked, maker, own))).isEqualTo(ProblemType.SECOND_PERSON_SAME);
    }

    @Test
    void aByteChangedBetweenTheTwoIsRefusedWhoeverSignsIt() {
        OperatorSignature maker = fixture.made(ASKED);
        fixture.open(ASKED, maker);
        Asked changed = new Asked("T1", "r-1", "wkr_1", "{\"partnerReference\":\"r-2\"}".getBytes(UTF_8));
        OperatorSignature checker = fixture.signer("S1", fixture.house.clock).check(changed.content(), maker);
        assertThat(refused(() -> fixture.confirm(changed, maker, checker)))
                .isEqualTo(ProblemType.APPROVAL_CONTENT_CHANGED);
        OperatorSignature another = fixture.made(ASKED);
        assertThat(refused(() -> fixture.confirm(ASKED, another, checked("S1", another))))
                .as("another signature of the same maker than the one that was kept")
                .isEqualTo(ProblemType.APPROVAL_CONTENT_CHANGED);
        assertThat(refused(() -> fixture.confirm(ASKED, maker, checked("S1", another))))
                .as("a checker who signed over another one")
                .isEqualTo(ProblemType.SIGNATURE_INVALID);
        Asked other = new Asked("T1", "r-9", "wkr_1");
        assertThat(refused(() -> fixture.confirm(
                        other, maker, fixture.signer("S1", fixture.house.clock).check(other.content(), maker))))
                .isEqualTo(ProblemType.APPROVAL_NOT_FOUND);
    }

    @Test
    void whoeverAskedWaitsWithOneAtATime() {
        Approval opened = fixture.open(ASKED, fixture.made(ASKED));
        assertThat(fixture.open(ASKED, fixture.made(ASKED)).id())
                .as("the same once more, signed anew")
                .isEqualTo(opened.id());
        Asked sameWorker = new Asked("T1", "r-2", "wkr_1");
        assertThat(refused(() -> fixture.open(sameWorker, fixture.made(sameWorker))))
                .isEqualTo(ProblemType.APPROVAL_PENDING);
        Asked byAnother = new Asked("T2", "r-1", "wkr_2");
        assertThat(refused(() -> fixture.open(byAnother, fixture.made(byAnother))))
                .isEqualTo(ProblemType.APPROVAL_PENDING);
        Asked another = new Asked("T1", "r-3", "wkr_3");
        assertThat(fixture.open(another, fixture.made(another)).state()).isEqualTo(Approval.State.PENDING);
    }

    @Test
    void whatIsWithdrawnIsOverAndItsSignatureOpensNothingAgain() {
        OperatorSignature maker = fixture.made(ASKED);
        Approval opened = fixture.open(ASKED, maker);
        assertThat(refused(() -> withdraw(new Principal.Program(DualControlFixture.OTHER), opened.id())))
                .isEqualTo(ProblemType.APPROVAL_NOT_FOUND);
        assertThat(withdraw(BANK, opened.id()).state()).isEqualTo(Approval.State.WITHDRAWN);
        assertThat(refused(() -> withdraw(BANK, opened.id()))).isEqualTo(ProblemType.APPROVAL_CLOSED);
        assertThat(refused(() -> fixture.confirm(ASKED, maker, checked("S1", maker))))
                .isEqualTo(ProblemType.APPROVAL_CLOSED);
        assertThat(refused(() -> fixture.open(ASKED, maker))).isEqualTo(ProblemType.SIGNATURE_NONCE_REUSED);

        OperatorSignature again = fixture.made(ASKED);
        assertThat(fixture.open(ASKED, again).id()).isNotEqualTo(opened.id());
        assertThat(fixture.confirm(ASKED, again, checked("S1", again)).staffNumber())
                .isEqualTo("S1");
    }

    private Approval withdraw(Principal by, String id) {
        return fixture.house.inTransaction(handle -> fixture.approvals.withdraw(handle, by, id));
    }

    @Test
    void whatNobodySignedInTimeIsOverByTheClockAndInNobodysWay() {
        OperatorSignature maker = fixture.made(ASKED);
        Approval opened = fixture.open(ASKED, maker);
        fixture.house.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(opened.state(fixture.house.clock.instant())).isEqualTo(Approval.State.PENDING);
        fixture.house.clock.advance(Duration.ofMillis(1));
        assertThat(opened.state(fixture.house.clock.instant())).isEqualTo(Approval.State.EXPIRED);
        assertThat(refused(() -> fixture.confirm(ASKED, maker, checked("S1", maker))))
                .isEqualTo(ProblemType.APPROVAL_EXPIRED);
        assertThat(refused(() -> withdraw(BANK, opened.id()))).isEqualTo(ProblemType.APPROVAL_EXPIRED);

        Approval next = fixture.open(ASKED, fixture.made(ASKED));

        assertThat(next.id()).isNotEqualTo(opened.id());
        assertThat(fixture.house.audited()).containsOnlyOnce("approval.expired");
        fixture.house.clock.advance(Duration.ofMinutes(15));
        assertThat(fixture.house.<Integer>inTransaction(
                        handle -> fixture.approvals.expire(handle, fixture.house.clock.instant(), 10)))
                .isEqualTo(1);
        assertThat(fixture.house.count("approval WHERE state = 'EXPIRED' AND closed_at = expires_at"))
                .isEqualTo(2);
    }

    @Test
    void theMakerIsWhomTheCounterNamesAndSignsNow() {
        OperatorSignature byAnother = fixture.signer("T2", fixture.house.clock).make(ASKED.content());
        assertThat(refused(() -> fixture.open(ASKED, byAnother))).isEqualTo(ProblemType.MAKER_DIFFERS);
        OperatorSignature foreign =
                fixture.signer("foreign", fixture.house.clock).make(ASKED.content());
        assertThat(refused(() -> fixture.open(ASKED, foreign))).isEqualTo(ProblemType.SIGNATURE_KEY_FOREIGN);
        OperatorSignature old = fixture.made(ASKED);
        fixture.house.clock.advance(Duration.ofSeconds(61));
        assertThat(refused(() -> fixture.open(ASKED, old))).isEqualTo(ProblemType.SIGNATURE_EXPIRED);
        OperatorSignature maker = fixture.made(ASKED);
        fixture.open(ASKED, maker);
        OperatorSignature checker = checked("S1", maker);
        fixture.house.clock.advance(Duration.ofSeconds(61));
        assertThat(refused(() -> fixture.confirm(ASKED, maker, checker))).isEqualTo(ProblemType.SIGNATURE_EXPIRED);
        assertThat(fixture.confirm(ASKED, maker, checked("S1", maker)).staffNumber())
                .as("the maker's signature waits as long as what it opened")
                .isEqualTo("S1");
    }
}
