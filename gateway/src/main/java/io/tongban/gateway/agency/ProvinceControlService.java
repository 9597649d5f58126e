package io.tongban.gateway.agency;

import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ProvinceStateChange;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.province.ProvinceState;
import io.tongban.gateway.delivery.province.Control;
import io.tongban.gateway.delivery.province.OperatorState;
import io.tongban.gateway.delivery.province.ProvinceControls;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Pauses provinces, drains them, and lets them run again. */
@ApplicationScoped
public class ProvinceControlService {
    private final ProvinceControls controls;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    public ProvinceControlService(ProvinceControls controls, Idempotency idempotency, Caller caller) {
        this.controls = controls;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @Nullable
    ProvinceControl change(@Nullable String key, String code, ProvinceStateChange change) {
        OperatorState state = OperatorState.valueOf(change.state().name());
        ProvinceControl changed = idempotency.once(
                key,
                200,
                handle -> shown(controls.change(handle, province(code), state, change.reason(), caller.principal())));
        controls.changed();
        return changed;
    }

    private static ProvinceCode province(String code) {
        try {
            return new ProvinceCode(code);
        } catch (IllegalArgumentException noCode) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
    }

    private static ProvinceControl shown(Control control) {
        return new ProvinceControl(
                control.province().value(),
                ProvinceState.valueOf(control.state().name()),
                control.reason(),
                control.changedAt(),
                control.changedBy(),
                control.revision());
    }
}
