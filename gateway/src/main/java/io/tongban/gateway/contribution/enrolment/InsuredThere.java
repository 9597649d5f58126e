package io.tongban.gateway.contribution.enrolment;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import java.time.Instant;

/**
 * A person as an enrolled province knows the person; silent in {@link #toString()}.
 *
 * @param person as sent in the registration
 * @param personNumber the province's own number of the person (AAC001)
 * @param since when the province gave it
 */
public record InsuredThere(
        String enrolmentId, ProvinceCode province, InsuredPerson person, String personNumber, Instant since) {
    @Override
    public String toString() {
        return "InsuredThere[" + enrolmentId + "]";
    }
}
