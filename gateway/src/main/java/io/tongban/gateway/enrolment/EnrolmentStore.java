package io.tongban.gateway.enrolment;

import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tables enrolment and enrolment_worker: writing and finding. */
final class EnrolmentStore {
    private EnrolmentStore() {}

    /** @return false if the person has a live enrolment there; a competitor's uncommitted one is waited for */
    static boolean insert(Handle handle, EnrolmentRow row) {
        PersonEnrolment enrolment = row.enrolment();
        return handle.createUpdate("""
                        INSERT INTO enrolment (id, client_id, person_id, province, place, citizen_number, name, mobile,
                                               serial, state, created_at, updated_at)
                        VALUES (:id, :client, :person, :province, :place, :number, :name, :mobile,
                                :serial, :state, :now, :now)
                        ON CONFLICT (person_id, province) WHERE state <> 'REFUSED' DO NOTHING
                        """)
                        .bind("id", enrolment.id())
                        .bind("client", row.clientId())
                        .bind("person", enrolment.personId())
                        .bind("province", enrolment.province().value())
                        .bind("place", enrolment.place().name())
                        .bind("number", row.citizenNumber())
                        .bind("name", row.name())
                        .bind("mobile", row.mobile())
                        .bind("serial", row.serial())
                        .bind("state", enrolment.state().name())
                        .bind("now", enrolment.updatedAt())
                        .execute()
                == 1;
    }

    /** The live enrolment, kept from being settled until this transaction ends; empty if it was just refused. */
    static Optional<EnrolmentRow> holdLive(Handle handle, String personId, String province) {
        return handle.createQuery("""
                        SELECT * FROM enrolment
                        WHERE person_id = :person AND province = :province AND state <> 'REFUSED' FOR SHARE
                        """)
                .bind("person", personId)
                .bind("province", province)
                .map(EnrolmentRow::of)
                .findOne();
    }

    /** @return false if the worker has asked for this enrolment before */
    static boolean addWorker(Handle handle, String enrolmentId, EnrolmentRequest request, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO enrolment_worker (enrolment_id, worker_id, consent_reference, created_at)
                        VALUES (:enrolment, :worker, :consent, :now)
                        ON CONFLICT ON CONSTRAINT enrolment_worker_unique DO NOTHING
                        """)
                        .bind("enrolment", enrolmentId)
                        .bind("worker", request.workerId())
                        .bind("consent", request.consentReference())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static Optional<EnrolmentRow> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM enrolment WHERE id = :id")
                .bind("id", id)
                .map(EnrolmentRow::of)
                .findOne();
    }

    /** What the worker asked for: the last enrolment at each province, by province. */
    static List<EnrolmentRow> ofWorker(Handle handle, String workerId) {
        return handle.createQuery("""
                        SELECT DISTINCT ON (e.province) e.*
                        FROM enrolment e JOIN enrolment_worker w ON w.enrolment_id = e.id
                        WHERE w.worker_id = :worker
                        ORDER BY e.province, e.created_at DESC, e.id DESC
                        """)
                .bind("worker", workerId)
                .map(EnrolmentRow::of)
                .list();
    }

    static List<String> workersOf(Handle handle, String enrolmentId) {
        return handle.createQuery("SELECT worker_id FROM enrolment_worker WHERE enrolment_id = :id ORDER BY worker_id")
                .bind("id", enrolmentId)
                .mapTo(String.class)
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
        return handle.createQuery("SELECT * FROM enrolment WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(EnrolmentRow::of)
                .one();
    }
}
