package io.tongban.gateway.contribution.worker;

import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import java.time.Instant;
import java.util.List;

/**
 * A worker as shown to its partner: masked.
 *
 * @param enrolments what this partner asked for, one a province
 */
public record WorkerView(
        String id,
        String clientId,
        String reference,
        String citizenNumberMasked,
        String nameMasked,
        String mobileMasked,
        List<PersonEnrolment> enrolments,
        Instant createdAt,
        long revision) {}
