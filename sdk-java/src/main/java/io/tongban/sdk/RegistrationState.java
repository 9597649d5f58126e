package io.tongban.sdk;

import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the answer to a registration says of one province, read with care: a newer gateway may leave things out. */
final class RegistrationState {
    /** An answer that was made for this very call is not older. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private RegistrationState() {}

    /** Whether it may be the stored answer to an earlier call under the same key. */
    static boolean isReplay(Worker answered, String province, Instant now) {
        return latest(answered, province)
                .map(enrolment -> enrolment.updatedAt() == null
                        || enrolment.updatedAt().plus(YOUNG).isBefore(now))
                .orElse(false);
    }

    /** Names the refusal if the province's last word is one: no two refusals have the same name. */
    static Optional<String> refused(Worker worker, String province) {
        return latest(worker, province)
                .filter(enrolment -> enrolment.state() == EnrolmentState.REFUSED)
                .map(enrolment -> enrolment.id() + "@" + enrolment.updatedAt());
    }

    @SuppressWarnings("ConstantValue") // JSON does not keep what the record's types promise
    private static Optional<Enrolment> latest(Worker worker, String province) {
        List<Enrolment> all = worker.enrolments() == null ? List.of() : worker.enrolments();
        return all.stream()
                .filter(enrolment -> province.equals(enrolment.province()))
                .max(Comparator.comparing((Enrolment enrolment) -> enrolment.state() != EnrolmentState.REFUSED)
                        .thenComparing(Enrolment::updatedAt, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
