package io.tongban.gateway.contribution.enrolment;

import io.tongban.gateway.platform.principal.Principal;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import java.util.List;

/**
 * A partner's wish that one of its workers be registered at a province.
 *
 * @param by who asks for it, for the partner
 * @param chosen what is enrolled for as soon as the province has registered the person
 * @param consentReference under which the worker consented to the handing on of the data
 */
public record EnrolmentRequest(
        Principal by,
        String workerId,
        String personId,
        InsuredPerson person,
        ProvinceCode province,
        Place place,
        List<ChosenInsurance> chosen,
        String consentReference) {
    public String clientId() {
        return by.tenant();
    }
}
