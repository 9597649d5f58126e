package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;

import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.delivery.dispatch.OutcomeMatch;
import io.tongban.gateway.delivery.dispatch.ProvinceOperation;
import io.tongban.gateway.delivery.province.ProvinceKeys;
import io.tongban.gateway.delivery.province.RefusalProblems;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Changed;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sends accepted changes and books what came of them. */
@ApplicationScoped
public class ChangeOperation implements ProvinceOperation {
    static final String KIND = "province.change";

    private final EnrolmentService enrolments;
    private final ChangeOutcomes outcomes;
    private final Pii pii;
    private final Clock clock;

    @Inject
    public ChangeOperation(EnrolmentService enrolments, ChangeOutcomes outcomes, Pii pii, Clock clock) {
        this.enrolments = enrolments;
        this.outcomes = outcomes;
        this.pii = pii;
        this.clock = clock;
    }

    /** What makes it be sent, in order with all that is about the person there. */
    static OutboxEntry entry(ChangeRecord change) {
        return ProvinceKeys.command(KIND, change.id(), change.province(), change.personId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ReviewTask.Kind taskKind() {
        return ReviewTask.Kind.CHANGE;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String changeId) {
        return ChangeStore.find(handle, changeId)
                .filter(change -> change.state() == ChangeRecord.State.ACCEPTED
                        || change.state() == ChangeRecord.State.IN_PROCESS)
                .map(change -> command(
                        change, enrolments.insured(handle, change.enrolmentId()).orElseThrow()));
    }

    private ProvinceCommand command(ChangeRecord change, InsuredThere insured) {
        OfInsurance of = change.of();
        if (of == null) {
            return new ProvinceCommand.Correct(
                    change.province(), change.serial(), right(change, insured.person()), insured.personNumber());
        }
        return new ProvinceCommand.ChangeInsurance(
                change.province(),
                change.serial(),
                insured.person(),
                insured.personNumber(),
                of.insurance(),
                of.change(),
                of.from(),
                of.baseFen());
    }

    private InsuredPerson right(ChangeRecord change, InsuredPerson known) {
        Correction right = change.right();
        if (right == null) {
            throw new IllegalStateException("neither a change nor a correction: " + change.id());
        }
        return new InsuredPerson(
                known.citizenNumber(),
                right.name() == null ? known.name() : pii.decrypt(NAME, right.name()),
                right.mobile() == null ? known.mobile() : pii.decrypt(MOBILE, right.mobile()));
    }

    @Override
    public void sending(Handle handle, String changeId) {
        ChangeStore.sending(handle, changeId);
    }

    @Override
    public boolean settle(Handle handle, String changeId, ProvinceReply reply) {
        Instant now = clock.instant();
        Optional<ChangeRecord> settled = Optional.empty();
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Changed changed) {
            settled = ChangeStore.confirm(handle, changeId, changed.receiptNumber(), now);
        } else if (reply instanceof Refused refused && refused.refusesCommand()) {
            settled = ChangeStore.refuse(handle, changeId, RefusalProblems.problemOf(refused.reason()), now);
        }
        settled.ifPresent(change -> outcomes.settled(handle, ProvinceKeys.actor(change.province()), change));
        return settled.isPresent();
    }

    @Override
    public String partner(Handle handle, String changeId) {
        return ChangeStore.find(handle, changeId).orElseThrow().clientId();
    }

    @Override
    public void awaitReview(Handle handle, String changeId) {
        ChangeStore.awaitReview(handle, changeId)
                .ifPresent(change -> outcomes.settled(handle, Actor.gateway(), change));
    }

    @Override
    public Optional<String> subjectOf(Handle handle, ProvinceCode province, String serial) {
        return ChangeStore.bySerial(handle, province, serial);
    }

    @Override
    public OutcomeMatch match(Handle handle, String changeId, ProvinceReply reply) {
        ChangeRecord change = ChangeStore.hold(handle, changeId);
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Changed changed) {
            if (change.state().isOpen()) {
                return OutcomeMatch.SETTLES;
            }
            return changed.receiptNumber().equals(change.provinceReceipt())
                    ? OutcomeMatch.REPEATS
                    : OutcomeMatch.CONTRADICTS;
        }
        if (reply instanceof Refused refused && refused.refusesCommand()) {
            if (change.state().isOpen()) {
                return OutcomeMatch.SETTLES;
            }
            return change.state() == ChangeRecord.State.REFUSED ? OutcomeMatch.REPEATS : OutcomeMatch.CONTRADICTS;
        }
        return OutcomeMatch.SAYS_NOTHING;
    }

    /** A change is never taken back; another one follows it. */
    @Override
    public OutcomeMatch matchReversal(Handle handle, String changeId) {
        return switch (ChangeStore.hold(handle, changeId).state()) {
            case ACCEPTED, IN_PROCESS, AWAITING_REVIEW -> OutcomeMatch.SAYS_NOTHING;
            case CONFIRMED -> OutcomeMatch.CONTRADICTS;
            case REFUSED -> OutcomeMatch.REPEATS;
        };
    }

    @Override
    public void reverse(Handle handle, String changeId, Instant at) {
        throw new IllegalStateException("A change is never taken back");
    }
}
