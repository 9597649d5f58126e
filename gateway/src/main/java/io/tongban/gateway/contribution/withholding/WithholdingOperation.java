package io.tongban.gateway.contribution.withholding;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuredThere;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.dispatch.OutcomeMatch;
import io.tongban.gateway.delivery.dispatch.ProvinceOperation;
import io.tongban.gateway.delivery.province.OutcomeTimes;
import io.tongban.gateway.delivery.province.ProvinceKeys;
import io.tongban.gateway.delivery.province.RefusalProblems;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Sends accepted withholdings and books what came of them. */
@ApplicationScoped
public class WithholdingOperation implements ProvinceOperation {
    static final String KIND = "province.withhold";

    private final EnrolmentService enrolments;
    private final WithholdingEvents events;
    private final Reversals reversals;
    private final OutcomeTimes outcomeTimes;
    private final Clock clock;

    @Inject
    public WithholdingOperation(
            EnrolmentService enrolments,
            WithholdingEvents events,
            Reversals reversals,
            OutcomeTimes outcomeTimes,
            Clock clock) {
        this.enrolments = enrolments;
        this.events = events;
        this.reversals = reversals;
        this.outcomeTimes = outcomeTimes;
        this.clock = clock;
    }

    /** What makes it be sent. Withholdings of one person go to a province one after the other, as they were accepted. */
    static OutboxEntry entry(WithholdingRecord withholding) {
        return ProvinceKeys.command(KIND, withholding.id(), withholding.province(), withholding.personId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ReviewTask.Kind taskKind() {
        return ReviewTask.Kind.WITHHOLDING;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String withholdingId) {
        return WithholdingStore.find(handle, withholdingId)
                .filter(each -> each.state() == State.ACCEPTED || each.state() == State.IN_PROCESS)
                .map(withholding -> command(
                        withholding,
                        // Accepted only for enrolled workers, and an enrolment never ends being one.
                        enrolments.insured(handle, withholding.enrolmentId()).orElseThrow()));
    }

    private static ProvinceCommand command(WithholdingRecord withholding, InsuredThere insured) {
        return new ProvinceCommand.Withhold(
                withholding.province(),
                withholding.serial(),
                insured.person(),
                insured.personNumber(),
                withholding.insurance(),
                withholding.period(),
                withholding.baseFen(),
                withholding.amountFen(),
                withholding.payer());
    }

    @Override
    public boolean inSets() {
        return true;
    }

    @Override
    public Map<String, ProvinceCommand> commands(Handle handle, List<String> withholdingIds) {
        List<WithholdingRecord> open = WithholdingStore.open(handle, withholdingIds);
        Map<String, InsuredThere> insured = enrolments.insured(
                handle, open.stream().map(WithholdingRecord::enrolmentId).collect(toSet()));
        return open.stream()
                .collect(toMap(
                        WithholdingRecord::id,
                        withholding -> command(withholding, requireNonNull(insured.get(withholding.enrolmentId())))));
    }

    @Override
    public void sending(Handle handle, List<String> withholdingIds) {
        WithholdingStates.sending(handle, withholdingIds);
    }

    @Override
    public Set<String> settle(Handle handle, Map<String, ProvinceReply> replies) {
        Instant now = clock.instant();
        SortedMap<String, Withheld> booked = new TreeMap<>();
        List<WithholdingRecord> settled = new ArrayList<>();
        replies.forEach((id, reply) -> {
            if (reply instanceof Accepted accepted && accepted.detail() instanceof Withheld withheld) {
                booked.put(id, withheld);
            } else {
                settled(handle, id, reply, now).ifPresent(settled::add);
            }
        });
        if (!booked.isEmpty()) {
            settled.addAll(WithholdingStates.confirm(handle, booked, now));
        }
        tell(handle, settled, now);
        return settled.stream().map(WithholdingRecord::id).collect(toSet());
    }

    private void tell(Handle handle, List<WithholdingRecord> settled, Instant now) {
        events.tell(
                handle,
                settled.stream()
                        .map(each -> new WithholdingChange(ProvinceKeys.actor(each.province()), each))
                        .toList());
        settled.forEach(each -> outcomeTimes.settled(each.province(), Duration.between(each.acceptedAt(), now)));
    }

    @Override
    public void sending(Handle handle, String withholdingId) {
        WithholdingStates.sending(handle, withholdingId);
    }

    @Override
    public boolean settle(Handle handle, String withholdingId, ProvinceReply reply) {
        Instant now = clock.instant();
        Optional<WithholdingRecord> settled = settled(handle, withholdingId, reply, now);
        settled.ifPresent(withholding -> tell(handle, List.of(withholding), now));
        return settled.isPresent();
    }

    private static Optional<WithholdingRecord> settled(Handle handle, String id, ProvinceReply reply, Instant now) {
        if (reply instanceof Accepted accepted && accepted.detail() instanceof Withheld withheld) {
            return WithholdingStates.confirm(handle, id, withheld, now);
        }
        if (reply instanceof Refused refused && refused.refusesCommand()) {
            return WithholdingStates.refuse(handle, id, RefusalProblems.problemOf(refused.reason()), now);
        }
        return Optional.empty();
    }

    @Override
    public String partner(Handle handle, String withholdingId) {
        return WithholdingStore.find(handle, withholdingId).orElseThrow().clientId();
    }

    @Override
    public void awaitReview(Handle handle, String withholdingId) {
        WithholdingStates.awaitReview(handle, withholdingId)
                .ifPresent(withholding -> events.tell(handle, Actor.gateway(), withholding));
    }

    @Override
    public Optional<String> subjectOf(Handle handle, ProvinceCode province, String serial) {
        return WithholdingStore.bySerial(handle, province, serial);
    }

    @Override
    public OutcomeMatch match(Handle handle, String withholdingId, ProvinceReply reply) {
        return WithholdingMatch.of(WithholdingStore.hold(handle, withholdingId), reply);
    }

    @Override
    public OutcomeMatch matchReversal(Handle handle, String withholdingId) {
        return WithholdingMatch.ofReversal(WithholdingStore.hold(handle, withholdingId));
    }

    @Override
    public void reverse(Handle handle, String withholdingId, Instant at) {
        reversals.reverse(handle, withholdingId, at);
    }
}
