package io.tongban.gateway.contribution.enrolment;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;

/**
 * A partner's wish that one of its workers be registered at a province.
 *
 * @param clientId the partner
 * @param consentReference under which the worker consented to the handing on of the data
 */
public record EnrolmentRequest(
        String clientId,
        String workerId,
        String personId,
        InsuredPerson person,
        ProvinceCode province,
        Place place,
        String consentReference) {}
