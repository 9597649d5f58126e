package io.tongban.gateway.contribution.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's registration at one province, asked for by one partner for its worker.
 *
 * @param clientId the partner
 * @param chosen what is enrolled for as soon as it is ENROLLED
 * @param refusal why the province refused; only in state REFUSED
 * @param updatedAt when the state was last changed
 * @param revision rises by every change of the state
 */
public record PersonEnrolment(
        String id,
        String clientId,
        String workerId,
        String personId,
        ProvinceCode province,
        Place place,
        List<ChosenInsurance> chosen,
        State state,
        @Nullable ProblemType refusal,
        Instant updatedAt,
        long revision) {
    public PersonEnrolment {
        chosen = List.copyOf(chosen);
    }

    /** PENDING until the province answers; ENROLLED and REFUSED are final. */
    public enum State {
        PENDING,
        /** A person settles it after asking the province. */
        AWAITING_REVIEW,
        ENROLLED,
        REFUSED
    }

    public boolean isEnrolled() {
        return state == State.ENROLLED;
    }
}
