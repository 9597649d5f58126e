package io.tongban.gateway.worker;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table person: one row a citizen number, whichever partners have the worker. */
final class PersonStore {
    private PersonStore() {}

    /** @return the person's id: this one, or the one it got before; a competitor's commit is waited for */
    static String findOrInsert(Handle handle, String id, byte[] citizenNumber, byte[] key, Instant now) {
        return find(handle, key)
                .or(() -> insert(handle, id, citizenNumber, key, now))
                .or(() -> find(handle, key))
                .orElseThrow();
    }

    private static Optional<String> insert(Handle handle, String id, byte[] citizenNumber, byte[] key, Instant now) {
        return handle.createQuery("""
                        INSERT INTO person (id, citizen_number, citizen_number_key, created_at)
                        VALUES (:id, :number, :key, :now)
                        ON CONFLICT ON CONSTRAINT person_citizen_number_unique DO NOTHING
                        RETURNING id
                        """)
                .bind("id", id)
                .bind("number", citizenNumber)
                .bind("key", key)
                .bind("now", now)
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<String> find(Handle handle, byte[] key) {
        return handle.createQuery("SELECT id FROM person WHERE citizen_number_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }
}
