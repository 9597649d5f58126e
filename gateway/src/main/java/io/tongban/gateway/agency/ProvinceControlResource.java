package io.tongban.gateway.agency;

import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ProvinceControlApi;
import io.tongban.api.agency.ProvinceStateChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The agency's hand on the way to a province, over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class ProvinceControlResource implements ProvinceControlApi {
    private final ProvinceControlService controls;

    @Inject
    public ProvinceControlResource(ProvinceControlService controls) {
        this.controls = controls;
    }

    @Override
    public ProvinceControl changeProvinceState(
            @Nullable String idempotencyKey, String code, ProvinceStateChange change) {
        return controls.change(idempotencyKey, code, change);
    }
}
