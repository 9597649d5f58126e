package io.tongban.gateway.contribution.worker;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker to register, right in itself; silent in {@link #toString()}.
 *
 * @param reference the partner's own name for the worker
 * @param mobile eleven digits
 * @param sector of the work, the partner's word
 * @param insurances what to enrol for as soon as the worker is registered
 */
record Registration(
        String reference,
        CitizenNumber citizenNumber,
        PersonName name,
        String mobile,
        ProvinceCode province,
        Place place,
        @Nullable String sector,
        String consentReference,
        List<InsuranceChoices.Wish> insurances) {
    Registration {
        insurances = List.copyOf(insurances);
    }

    Birth birth() {
        return new Birth(citizenNumber.birthMonth(), citizenNumber.isFemale());
    }

    InsuredPerson person() {
        return new InsuredPerson(citizenNumber.value(), name.value(), mobile);
    }

    @Override
    public String toString() {
        return "Registration[" + reference + "]";
    }
}
