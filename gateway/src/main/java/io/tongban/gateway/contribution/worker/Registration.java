package io.tongban.gateway.contribution.worker;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import org.jspecify.annotations.Nullable;

/**
 * A worker to register, right in itself; silent in {@link #toString()}.
 *
 * @param reference the partner's own name for the worker
 * @param mobile eleven digits
 * @param sector of the work, the partner's word
 */
record Registration(
        String reference,
        CitizenNumber citizenNumber,
        PersonName name,
        String mobile,
        ProvinceCode province,
        Place place,
        @Nullable String sector,
        String consentReference) {
    InsuredPerson person() {
        return new InsuredPerson(citizenNumber.value(), name.value(), mobile);
    }

    @Override
    public String toString() {
        return "Registration[" + reference + "]";
    }
}
