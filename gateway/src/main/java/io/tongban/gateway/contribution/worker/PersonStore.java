package io.tongban.gateway.contribution.worker;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Table person: one row a citizen number, whichever partners have the worker. */
final class PersonStore {
    private PersonStore() {}

    /**
     * The same statements whether anyone has the person or not.
     *
     * @return the person's id: this one, or the one it got before; a competitor's commit is waited for
     */
    static String insertOrFind(Handle handle, String id, byte[] citizenNumber, byte[] key, Instant now) {
        handle.createUpdate("""
                        INSERT INTO person (id, citizen_number, citizen_number_key, created_at)
                        VALUES (:id, :number, :key, :now)
                        ON CONFLICT ON CONSTRAINT person_citizen_number_unique DO NOTHING
                        """)
                .bind("id", id)
                .bind("number", citizenNumber)
                .bind("key", key)
                .bind("now", now)
                .execute();
        return handle.createQuery("SELECT id FROM person WHERE citizen_number_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .one();
    }

    static Map<String, byte[]> sealedNumbers(Handle handle, Set<String> ids) {
        Map<String, byte[]> numbers = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("SELECT id, citizen_number FROM person WHERE id = ANY (:ids)")
                    .bindArray("ids", String.class, ids.toArray())
                    .map((row, context) -> Map.entry(row.getString("id"), row.getBytes("citizen_number")))
                    .forEach(row -> numbers.put(row.getKey(), row.getValue()));
        }
        return numbers;
    }

    /** By id, at most so many, those after one. */
    static List<String> after(Handle handle, String id, int most) {
        return handle.createQuery("SELECT id FROM person WHERE id > :id ORDER BY id LIMIT :most")
                .bind("id", id)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }
}
