package io.tongban.gateway.agency;

import io.tongban.api.agency.Stop;
import io.tongban.api.agency.StopApi;
import io.tongban.api.agency.StopKind;
import io.tongban.api.agency.StopList;
import io.tongban.api.agency.StopOrder;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.gateway.trust.risk.PlacedStop;
import io.tongban.gateway.trust.risk.StopTarget;
import io.tongban.gateway.trust.risk.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The agency's kill switch over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class StopResource implements StopApi {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Stops stops;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public StopResource(Stops stops, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.stops = stops;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    public Stop placeStop(@Nullable String idempotencyKey, StopOrder order) {
        return idempotency.once(
                idempotencyKey,
                CREATED,
                handle -> toWire(stops.place(handle, target(order), order.reason(), caller.principal())));
    }

    @Override
    public StopList listStops() {
        return new StopList(jdbi.withHandle(
                handle -> stops.list(handle).stream().map(StopResource::toWire).toList()));
    }

    @Override
    public Stop releaseStop(@Nullable String idempotencyKey, String stopId) {
        return idempotency.once(
                idempotencyKey, OK, handle -> toWire(stops.release(handle, stopId, caller.principal())));
    }

    /** A point and an operator are somebody's; nothing else is. */
    private static StopTarget target(StopOrder order) {
        StopTarget.Kind kind = StopTarget.Kind.valueOf(order.kind().name());
        boolean isSomebodys = kind == StopTarget.Kind.POINT || kind == StopTarget.Kind.OPERATOR;
        String partner = order.partner() == null ? "" : order.partner();
        if (isSomebodys == partner.isEmpty()) {
            throw new ProblemException(
                    isSomebodys ? ProblemType.FIELD_MISSING : ProblemType.FIELD_INVALID, null, "/partner");
        }
        return new StopTarget(kind, partner, order.subject());
    }

    private static Stop toWire(PlacedStop stop) {
        String partner = stop.target().partner();
        return new Stop(
                stop.id(),
                StopKind.valueOf(stop.target().kind().name()),
                partner.isEmpty() ? null : partner,
                stop.target().subject(),
                stop.reason(),
                stop.placedAt(),
                stop.placedBy(),
                stop.releasedAt(),
                stop.releasedBy());
    }
}
