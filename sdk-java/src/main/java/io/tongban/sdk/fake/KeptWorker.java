package io.tongban.sdk.fake;

import io.tongban.api.change.CorrectionOrder;
import io.tongban.api.worker.Enrolment;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A worker of one partner. */
final class KeptWorker {
    private final String id;
    private final String clientId;
    private final Instant createdAt;
    private final Map<String, Enrolment> enrolments = new TreeMap<>();
    private WorkerRegistration said;
    private long revision = 1;

    KeptWorker(String id, String clientId, Instant createdAt, WorkerRegistration said) {
        this.id = id;
        this.clientId = clientId;
        this.createdAt = createdAt;
        this.said = said;
    }

    String id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    /** Who it is, whichever partner registered the person. */
    String person() {
        return person(said.citizenNumber());
    }

    static String person(String citizenNumber) {
        return citizenNumber.toUpperCase(Locale.ROOT);
    }

    String reference() {
        return said.partnerReference();
    }

    void correct(WorkerRegistration now) {
        said = now;
        revision++;
    }

    void correct(CorrectionOrder right) {
        WorkerRegistration.Builder now = said.toBuilder();
        if (right.name() != null) {
            now.name(right.name());
        }
        if (right.mobile() != null) {
            now.mobile(right.mobile());
        }
        correct(now.build());
    }

    /** Of two at one province the newer one is shown. */
    void put(Enrolment enrolment) {
        enrolments.put(enrolment.province(), enrolment);
    }

    Optional<Enrolment> at(String province) {
        return Optional.ofNullable(enrolments.get(province));
    }

    List<Enrolment> enrolled() {
        return enrolments.values().stream()
                .filter(each -> each.state() == EnrolmentState.ENROLLED)
                .toList();
    }

    /** Whether a registration is on its way or done. */
    boolean isLive() {
        return enrolments.values().stream().anyMatch(each -> each.state() != EnrolmentState.REFUSED);
    }

    Worker shown() {
        List<Enrolment> all = new ArrayList<>(enrolments.values());
        all.sort(Comparator.comparing(Enrolment::province));
        return new Worker(
                id,
                said.partnerReference(),
                Masks.citizenNumber(person()),
                Masks.name(said.name()),
                Masks.mobile(said.mobile()),
                all,
                createdAt,
                revision);
    }
}
