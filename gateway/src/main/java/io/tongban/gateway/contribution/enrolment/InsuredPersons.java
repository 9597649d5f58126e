package io.tongban.gateway.contribution.enrolment;

import static io.tongban.gateway.platform.pii.PiiPurpose.CITIZEN_NUMBER;
import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;
import static io.tongban.gateway.platform.pii.PiiPurpose.PERSON_NUMBER;

import io.tongban.gateway.platform.pii.Pii;
import io.tongban.province.InsuredPerson;
import java.time.Instant;
import java.util.Optional;

/** Seals personal data into rows and opens them. */
final class InsuredPersons {
    private final Pii pii;

    InsuredPersons(Pii pii) {
        this.pii = pii;
    }

    EnrolmentRow seal(String id, String serial, EnrolmentRequest request, Instant now) {
        InsuredPerson person = request.person();
        return EnrolmentRow.pending(
                id,
                request,
                serial,
                pii.encrypt(CITIZEN_NUMBER, person.citizenNumber()),
                pii.encrypt(NAME, person.name()),
                pii.encrypt(MOBILE, person.mobile()),
                now);
    }

    byte[] sealPersonNumber(String personNumber) {
        return pii.encrypt(PERSON_NUMBER, personNumber);
    }

    InsuredPerson open(EnrolmentRow row) {
        return new InsuredPerson(
                pii.decrypt(CITIZEN_NUMBER, row.citizenNumber()),
                pii.decrypt(NAME, row.name()),
                pii.decrypt(MOBILE, row.mobile()));
    }

    Optional<InsuredThere> insured(EnrolmentRow row) {
        byte[] personNumber = row.personNumber();
        if (personNumber == null) {
            return Optional.empty();
        }
        PersonEnrolment enrolment = row.enrolment();
        return Optional.of(new InsuredThere(
                enrolment.id(),
                enrolment.province(),
                open(row),
                pii.decrypt(PERSON_NUMBER, personNumber),
                enrolment.updatedAt()));
    }

    boolean hasPersonNumber(EnrolmentRow row, String personNumber) {
        byte[] known = row.personNumber();
        return known != null && pii.decrypt(PERSON_NUMBER, known).equals(personNumber);
    }

    boolean sameName(EnrolmentRow one, EnrolmentRow other) {
        return pii.decrypt(NAME, one.name()).equals(pii.decrypt(NAME, other.name()));
    }
}
