package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as it is stored; the personal values are ciphertext.
 *
 * @param createdAt when it asked
 * @param atProvince whether the command went to the province, or is about to
 * @param answerDue not before this instant is it answered by another enrolment of the person; absent if none does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; held between the store and the service only
record EnrolmentRow(
        PersonEnrolment enrolment,
        String serial,
        byte[] citizenNumber,
        byte[] name,
        byte[] mobile,
        byte @Nullable [] personNumber,
        Instant createdAt,
        boolean atProvince,
        @Nullable Instant answerDue) {
    static final String COLUMNS = """
            id, worker_id, client_id, person_id, province, place, serial, state, refusal, created_at, updated_at,
            citizen_number, name, mobile, person_number, at_province, answer_due, insurances, revision
            """;

    /** As the table gives it. */
    private static final long FIRST_REVISION = 1;

    static EnrolmentRow of(ResultSet row, StatementContext ignored) throws SQLException {
        String refusal = row.getString("refusal");
        Timestamp answerDue = row.getTimestamp("answer_due");
        return new EnrolmentRow(
                new PersonEnrolment(
                        row.getString("id"),
                        row.getString("client_id"),
                        row.getString("worker_id"),
                        row.getString("person_id"),
                        new ProvinceCode(row.getString("province")),
                        Place.valueOf(row.getString("place")),
                        ChosenInsurance.read(row.getString("insurances")),
                        State.valueOf(row.getString("state")),
                        refusal == null ? null : ProblemType.byCode(refusal).orElse(ProblemType.PROVINCE_REFUSED),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getLong("revision")),
                row.getString("serial"),
                row.getBytes("citizen_number"),
                row.getBytes("name"),
                row.getBytes("mobile"),
                row.getBytes("person_number"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("at_province"),
                answerDue == null ? null : answerDue.toInstant());
    }

    static EnrolmentRow pending(
            String id,
            EnrolmentRequest request,
            String serial,
            byte[] citizenNumber,
            byte[] name,
            byte[] mobile,
            Instant now) {
        return new EnrolmentRow(
                new PersonEnrolment(
                        id,
                        request.clientId(),
                        request.workerId(),
                        request.personId(),
                        request.province(),
                        request.place(),
                        request.chosen(),
                        State.PENDING,
                        null,
                        now,
                        FIRST_REVISION),
                serial,
                citizenNumber,
                name,
                mobile,
                null,
                now,
                false,
                null);
    }

    @Override
    public String toString() {
        return "EnrolmentRow[" + enrolment.id() + "]";
    }
}
