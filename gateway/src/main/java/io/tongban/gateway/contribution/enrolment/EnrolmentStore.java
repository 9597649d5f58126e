package io.tongban.gateway.contribution.enrolment;

import io.tongban.gateway.platform.config.Inserts;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Table enrolment: writing and finding. */
final class EnrolmentStore {
    private EnrolmentStore() {}

    /** @return false if the worker has a live enrolment there */
    static boolean insert(Handle handle, EnrolmentRow row, String consentReference) {
        PersonEnrolment enrolment = row.enrolment();
        return handle.createUpdate("""
                        INSERT INTO enrolment (id, client_id, worker_id, person_id, province, place, consent_reference,
                                               citizen_number, name, mobile, serial, state, insurances, created_at,
                                               updated_at)
                        VALUES (:id, :client, :worker, :person, :province, :place, :consent,
                                :number, :name, :mobile, :serial, :state, :insurances, :now, :now)
                        ON CONFLICT (worker_id, province) WHERE state <> 'REFUSED' DO NOTHING
                        """)
                        .bind("id", enrolment.id())
                        .bind("client", row.enrolment().clientId())
                        .bind("worker", enrolment.workerId())
                        .bind("person", enrolment.personId())
                        .bind("province", enrolment.province().value())
                        .bind("place", enrolment.place().name())
                        .bind("consent", consentReference)
                        .bind("number", row.citizenNumber())
                        .bind("name", row.name())
                        .bind("mobile", row.mobile())
                        .bind("serial", row.serial())
                        .bind("state", enrolment.state().name())
                        .bind("insurances", ChosenInsurance.write(enrolment.chosen()))
                        .bind("now", enrolment.updatedAt())
                        .execute()
                == 1;
    }

    /**
     * The person's enrolments there, of whichever partners, that were not refused; locked until the transaction ends, so
     * that no two of them go to the province at once.
     */
    static List<EnrolmentRow> holdOfPerson(Handle handle, PersonEnrolment enrolment) {
        return handle.createQuery("SELECT " + EnrolmentRow.COLUMNS + """
                        FROM enrolment
                        WHERE person_id = :person AND province = :province AND state <> 'REFUSED'
                        ORDER BY id FOR UPDATE
                        """)
                .bind("person", enrolment.personId())
                .bind("province", enrolment.province().value())
                .map(EnrolmentRow::of)
                .list();
    }

    /** Refusals for a name that did not belong to its number. */
    record Mismatches(int ofPerson, int ofAll) {}

    /** The partner's since then, as many as matter. */
    static Mismatches mismatches(Handle handle, String clientId, String personId, Instant since, int most) {
        return handle.createQuery("""
                        SELECT count(*) FILTER (WHERE person_id = :person) AS of_person, count(*) AS of_all FROM (
                            SELECT person_id FROM enrolment
                            WHERE client_id = :client AND refusal = 'province-identity-mismatch' AND updated_at > :since
                            ORDER BY updated_at DESC LIMIT :most) AS found
                        """)
                .bind("client", clientId)
                .bind("person", personId)
                .bind("since", since)
                .bind("most", most)
                .map((row, context) -> new Mismatches(row.getInt("of_person"), row.getInt("of_all")))
                .one();
    }

    /** Whether anything of the worker is on its way or enrolled. */
    static boolean isLive(Handle handle, String workerId) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM enrolment WHERE worker_id = :worker AND state <> 'REFUSED')")
                .bind("worker", workerId)
                .mapTo(Boolean.class)
                .one();
    }

    /** How long the province took for the last ones that it answered, in milliseconds. */
    static List<Long> lastDurations(Handle handle, ProvinceCode province, int most) {
        return handle.createQuery("""
                        SELECT (extract(epoch FROM updated_at - created_at) * 1000)::bigint FROM enrolment
                        WHERE province = :province AND at_province AND state IN ('ENROLLED', 'REFUSED')
                        ORDER BY updated_at DESC LIMIT :most
                        """)
                .bind("province", province.value())
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    static EnrolmentService.Asked asked(Handle handle, String id) {
        return handle.createQuery("SELECT client_id, consent_reference FROM enrolment WHERE id = :id")
                .bind("id", id)
                .map((row, context) ->
                        new EnrolmentService.Asked(row.getString("client_id"), row.getString("consent_reference")))
                .one();
    }

    static Optional<EnrolmentRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT " + EnrolmentRow.COLUMNS + "FROM enrolment WHERE id = :id")
                .bind("id", id)
                .map(EnrolmentRow::of)
                .findOne();
    }

    static List<EnrolmentRow> findAll(Handle handle, Set<String> ids) {
        return handle.createQuery("SELECT " + EnrolmentRow.COLUMNS + "FROM enrolment WHERE id = ANY (:ids)")
                .bindArray("ids", String.class, ids.toArray())
                .map(EnrolmentRow::of)
                .list();
    }

    /** What the worker asked for: the last enrolment at each province, by province. */
    static List<EnrolmentRow> ofWorker(Handle handle, String workerId) {
        return ofWorker(handle, workerId, new Inserts());
    }

    /** As above, with rows that are written at the same time. */
    static List<EnrolmentRow> ofWorker(Handle handle, String workerId, Inserts rows) {
        return rows.with(handle, "SELECT DISTINCT ON (province) " + EnrolmentRow.COLUMNS + """
                        FROM enrolment WHERE worker_id = :worker
                        ORDER BY province, created_at DESC, id DESC
                        """)
                .bind("worker", workerId)
                .map(EnrolmentRow::of)
                .list();
    }

    static Optional<String> bySerial(Handle handle, ProvinceCode province, String serial) {
        return handle.createQuery("SELECT id FROM enrolment WHERE serial = :serial AND province = :province")
                .bind("serial", serial)
                .bind("province", province.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Locked until the transaction ends. */
    static EnrolmentRow hold(Handle handle, String id) {
        return handle.createQuery("SELECT " + EnrolmentRow.COLUMNS + "FROM enrolment WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(EnrolmentRow::of)
                .one();
    }

    /** Locks the person, and leaves others free to refer to the person. */
    static void holdPerson(Handle handle, String personId) {
        handle.createQuery("SELECT id FROM person WHERE id = :person FOR NO KEY UPDATE")
                .bind("person", personId)
                .mapTo(String.class)
                .one();
    }

    /** Locks the person's enrolments there, so that changes of one person at one province are judged one after the other. */
    static void holdAt(Handle handle, String personId, ProvinceCode province) {
        handle.createQuery("""
                        SELECT id FROM enrolment WHERE person_id = :person AND province = :province
                        ORDER BY id FOR NO KEY UPDATE
                        """)
                .bind("person", personId)
                .bind("province", province.value())
                .mapTo(String.class)
                .list();
    }

    /** What the province has of the person now, whichever partner's enrolment it is; null leaves a value as it is. */
    static void correct(
            Handle handle, String personId, ProvinceCode province, byte @Nullable [] name, byte @Nullable [] mobile) {
        handle.createUpdate("""
                        UPDATE enrolment SET revision = revision + 1, name = coalesce(:name, name),
                            mobile = coalesce(:mobile, mobile)
                        WHERE person_id = :person AND province = :province AND state = 'ENROLLED'
                        """)
                .bind("name", name)
                .bind("mobile", mobile)
                .bind("person", personId)
                .bind("province", province.value())
                .execute();
    }

    static List<EnrolmentService.EnrolledWorker> enrolledOf(Handle handle, List<String> personIds) {
        return handle.createQuery("""
                        SELECT person_id, province, client_id, worker_id FROM enrolment
                        WHERE person_id = ANY (:persons) AND state = 'ENROLLED'
                        ORDER BY person_id, province, worker_id
                        """)
                .bindArray("persons", String.class, personIds)
                .map((row, context) -> new EnrolmentService.EnrolledWorker(
                        row.getString("person_id"),
                        row.getString("province"),
                        row.getString("client_id"),
                        row.getString("worker_id")))
                .list();
    }
}
