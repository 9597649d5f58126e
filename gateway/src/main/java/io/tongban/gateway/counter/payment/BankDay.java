package io.tongban.gateway.counter.payment;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** The day of a bank's books. Once it is closed, what comes belongs to the next one. */
final class BankDay {
    private BankDay() {}

    /** The day on which something is booked now; no day is closed until the transaction ends. */
    static LocalDate open(Handle handle, String clientId, LocalDate today) {
        handle.createUpdate("INSERT INTO counter_books (client_id) VALUES (:client) ON CONFLICT DO NOTHING")
                .bind("client", clientId)
                .execute();
        return handle.createQuery("SELECT closed_through FROM counter_books WHERE client_id = :client FOR SHARE")
                .bind("client", clientId)
                .map((row, context) -> {
                    LocalDate closed = row.getObject("closed_through", LocalDate.class);
                    return closed == null || closed.isBefore(today) ? today : closed.plusDays(1);
                })
                .one();
    }
}
