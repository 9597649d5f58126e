package io.tongban.gateway.counter.point;

import io.tongban.api.servicepoint.ServicePointFile;
import io.tongban.api.servicepoint.ServicePointImport;
import io.tongban.api.servicepoint.ServicePointImportApi;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The agency's import of points over HTTP. */
@ApplicationScoped
public class ServicePointImportResource implements ServicePointImportApi {
    private static final int OK = 200;

    private final PointImport imports;
    private final ServicePoints points;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    public ServicePointImportResource(
            PointImport imports, ServicePoints points, Idempotency idempotency, Caller caller) {
        this.imports = imports;
        this.points = points;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public ServicePointImport importServicePoints(@Nullable String idempotencyKey, ServicePointFile file) {
        ServicePointImport taken = idempotency.once(
                idempotencyKey,
                OK,
                handle -> PointMapper.toWire(imports.take(handle, caller.principal(), file.owner(), file.lines())));
        points.refresh();
        return taken;
    }
}
