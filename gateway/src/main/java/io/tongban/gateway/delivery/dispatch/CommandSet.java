package io.tongban.gateway.delivery.dispatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tongban.gateway.platform.outbox.Lease;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.province.ProvinceCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Gets commands ready in the transaction that leases their rows, as many as these are with as few statements as one
 * needs. What is not simply to be sent or asked about is left to be got ready by itself.
 */
final class CommandSet {
    private final Outbox outbox;
    private final ProvinceOperations operations;
    private final Handover handover;
    private final Set<String> kinds;

    CommandSet(Outbox outbox, ProvinceOperations operations, Handover handover) {
        this.outbox = outbox;
        this.operations = operations;
        this.handover = handover;
        this.kinds = operations.all().stream()
                .filter(ProvinceOperation::inSets)
                .map(ProvinceOperation::kind)
                .collect(toUnmodifiableSet());
    }

    /** Kinds of the rows that their lease marks as sent. */
    Set<String> kinds() {
        return kinds;
    }

    /** @return the commands that may go now, by the id of their row; the marks of the others are taken back */
    Map<Long, ProvinceCommand> prepare(Handle handle, List<Lease> leases) {
        Map<Long, ProvinceCommand> ready = new HashMap<>();
        leases.stream()
                .filter(lease -> kinds.contains(lease.kind()))
                .collect(groupingBy(Lease::kind))
                .forEach((kind, ofKind) -> prepare(handle, operations.of(kind), ofKind, ready));
        return ready;
    }

    private void prepare(
            Handle handle, ProvinceOperation operation, List<Lease> leases, Map<Long, ProvinceCommand> ready) {
        Map<String, ProvinceCommand> commands =
                operation.commands(handle, leases.stream().map(Lease::subjectId).toList());
        List<String> first = new ArrayList<>();
        for (Lease lease : leases) {
            Optional<ProvinceCommand> command = Optional.ofNullable(commands.get(lease.subjectId()));
            if (lease.sentAt() != null) {
                command.ifPresent(again -> ready.put(lease.id(), again));
            } else if (command.isPresent()
                    && handover.beforeSending(command.get()).isEmpty()) {
                ready.put(lease.id(), command.get());
                first.add(lease.subjectId());
            } else {
                outbox.notSent(handle, lease);
            }
        }
        if (!first.isEmpty()) {
            operation.sending(handle, first);
        }
    }
}
