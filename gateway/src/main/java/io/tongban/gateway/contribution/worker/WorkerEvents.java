package io.tongban.gateway.contribution.worker;

import static io.tongban.gateway.platform.pii.PiiPurpose.CITIZEN_NUMBER;
import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;

import io.tongban.gateway.contribution.enrolment.EnrolmentListener;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.pii.Masks;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** Shows workers to their partners, masked: in answers, and in webhooks when an enrolment is settled. */
@ApplicationScoped
public class WorkerEvents implements EnrolmentListener {
    private final Pii pii;
    private final EnrolmentService enrolments;
    private final Webhooks webhooks;

    @Inject
    public WorkerEvents(Pii pii, EnrolmentService enrolments, Webhooks webhooks) {
        this.pii = pii;
        this.enrolments = enrolments;
        this.webhooks = webhooks;
    }

    @Override
    public void changed(Handle handle, Actor actor, PersonEnrolment enrolment) {
        WorkerView view = view(handle, enrolment.workerId());
        webhooks.append(
                handle, view.clientId(), WorkerMapper.eventOf(enrolment.state()), WorkerMapper.toWire(view), null);
    }

    WorkerView view(Handle handle, String workerId) {
        return view(handle, WorkerStore.find(handle, workerId).orElseThrow());
    }

    WorkerView view(Handle handle, WorkerRow row) {
        return view(handle, row, new Inserts());
    }

    /** @param look written at the same time */
    WorkerView view(Handle handle, WorkerRow row, Inserts look) {
        return new WorkerView(
                row.worker().id(),
                row.worker().clientId(),
                row.reference(),
                Masks.citizenNumber(pii.decrypt(CITIZEN_NUMBER, row.citizenNumber())),
                Masks.name(pii.decrypt(NAME, row.name())),
                Masks.mobile(pii.decrypt(MOBILE, row.mobile())),
                enrolments.ofWorker(handle, row.worker().id(), look),
                row.createdAt(),
                row.revision());
    }
}
