package io.tongban.gateway.contribution.coverage;

import io.tongban.gateway.contribution.coverage.CoverageEvent.LastTold;
import io.tongban.gateway.contribution.coverage.CoverageEvent.PersonInsurance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tables cover_run and cover_event. */
final class CoverageStore {
    private CoverageStore() {}

    static void begin(Handle handle, Instant slot) {
        handle.createUpdate("insert into cover_run (slot) values (:slot) on conflict do nothing")
                .bind("slot", slot)
                .execute();
    }

    /** Where the run stands, held until the transaction ends; empty if it is finished, or another node is at it. */
    static Optional<String> cursor(Handle handle, Instant slot) {
        return handle.createQuery("""
                        select after_person from cover_run
                         where slot = :slot and finished_at is null for update skip locked
                        """).bind("slot", slot).mapTo(String.class).findOne();
    }

    static void move(Handle handle, Instant slot, String after, int persons, int events) {
        handle.createUpdate("""
                        update cover_run set after_person = :after, persons = persons + :persons, events = events + :events
                         where slot = :slot
                        """)
                .bind("slot", slot)
                .bind("after", after)
                .bind("persons", persons)
                .bind("events", events)
                .execute();
    }

    static void finish(Handle handle, Instant slot, Instant now) {
        handle.createUpdate("update cover_run set finished_at = :now where slot = :slot")
                .bind("slot", slot)
                .bind("now", now)
                .execute();
    }

    static int forgetBefore(Handle handle, Instant before) {
        return handle.createUpdate("delete from cover_run where slot < :before")
                .bind("before", before)
                .execute();
    }

    /** What was told last of each insurance of these persons, but for LAPSING. */
    static Map<PersonInsurance, LastTold> told(Handle handle, List<String> persons) {
        Map<PersonInsurance, LastTold> told = new HashMap<>();
        try (ResultIterator<Map.Entry<PersonInsurance, LastTold>> rows = handle.createQuery("""
                        select distinct on (person_id, province, insurance) person_id, province, insurance, type, nth
                          from cover_event where person_id = any (:persons) and type <> 'LAPSING'
                         order by person_id, province, insurance, nth desc
                        """)
                .bindArray("persons", String.class, persons)
                .map((row, context) -> Map.entry(
                        new PersonInsurance(
                                row.getString("person_id"), row.getString("province"), row.getString("insurance")),
                        new LastTold(row.getInt("nth"), CoverageEvent.Type.valueOf(row.getString("type")))))
                .iterator()) {
            rows.forEachRemaining(row -> told.put(row.getKey(), row.getValue()));
        }
        return told;
    }

    static void forgetLapsing(Handle handle, PersonInsurance of) {
        handle.createUpdate("""
                        delete from cover_event
                         where person_id = :person and province = :province and insurance = :insurance and type = 'LAPSING'
                        """)
                .bind("person", of.personId())
                .bind("province", of.province())
                .bind("insurance", of.insurance())
                .execute();
    }

    /** @return those that were not told before */
    static List<CoverageEvent> insert(Handle handle, List<CoverageEvent> events, Instant now) {
        List<CoverageEvent> fresh = new ArrayList<>();
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into cover_event (person_id, province, insurance, type, client_id, day, nth, created_at)
                values (:person, :province, :insurance, :type, :client, :day, :nth, :now) on conflict do nothing
                """)) {
            for (CoverageEvent event : events) {
                batch.bind("person", event.of().personId())
                        .bind("province", event.of().province())
                        .bind("insurance", event.of().insurance())
                        .bind("type", event.type().name())
                        .bind("client", event.clientId())
                        .bind("day", event.day())
                        .bind("nth", event.nth())
                        .bind("now", now)
                        .add();
            }
            int[] inserted = events.isEmpty() ? new int[0] : batch.execute();
            for (int i = 0; i < inserted.length; i++) {
                if (inserted[i] == 1) {
                    fresh.add(events.get(i));
                }
            }
        }
        return fresh;
    }
}
