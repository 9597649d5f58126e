package io.tongban.gateway.counter.operator;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Table counter_operator. */
final class OperatorStore {
    private OperatorStore() {}

    /** @return false if there is one of this number */
    static boolean insert(Handle handle, BankOperator operator) {
        return handle.createUpdate("""
                        INSERT INTO counter_operator (client_id, staff_number, role, state, points, changed_at)
                        VALUES (:client, :number, :role, :state, :points, :at) ON CONFLICT DO NOTHING
                        """)
                        .bind("client", operator.clientId())
                        .bind("number", operator.staffNumber())
                        .bind("role", operator.role().name())
                        .bind("state", operator.state().name())
                        .bind("points", words(operator.points()))
                        .bind("at", operator.changedAt())
                        .execute()
                == 1;
    }

    /** @return as it is by now; empty if there is none of this number */
    static Optional<BankOperator> update(Handle handle, BankOperator operator) {
        return handle.createQuery("""
                        UPDATE counter_operator
                           SET revision = revision + 1, role = :role, state = :state, points = :points, changed_at = :at
                         WHERE client_id = :client AND staff_number = :number
                        RETURNING revision
                        """)
                .bind("client", operator.clientId())
                .bind("number", operator.staffNumber())
                .bind("role", operator.role().name())
                .bind("state", operator.state().name())
                .bind("points", words(operator.points()))
                .bind("at", operator.changedAt())
                .mapTo(Long.class)
                .findOne()
                .map(operator::counted);
    }

    static Optional<BankOperator> find(Handle handle, String clientId, String staffNumber) {
        return handle.createQuery("""
                        SELECT role, state, points, changed_at, revision FROM counter_operator
                        WHERE client_id = :client AND staff_number = :number
                        """)
                .bind("client", clientId)
                .bind("number", staffNumber)
                .map((row, context) -> new BankOperator(
                        clientId,
                        staffNumber,
                        BankOperator.Role.valueOf(row.getString("role")),
                        BankOperator.State.valueOf(row.getString("state")),
                        Arrays.stream(row.getString("points").split(" ", -1)).collect(Collectors.toSet()),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getLong("revision")))
                .findOne();
    }

    private static String words(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }
}
