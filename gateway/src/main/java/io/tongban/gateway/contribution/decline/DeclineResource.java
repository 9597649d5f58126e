package io.tongban.gateway.contribution.decline;

import io.tongban.api.decline.Decline;
import io.tongban.api.decline.DeclineApi;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.decline.DeclineReport;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Declines over HTTP. */
@ApplicationScoped
public class DeclineResource implements DeclineApi {
    private static final int CREATED = 201;

    private final DeclineService declines;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public DeclineResource(DeclineService declines, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.declines = declines;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    @SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
    public Decline recordDecline(@Nullable String idempotencyKey, DeclineReport report) {
        return idempotency.once(
                idempotencyKey,
                CREATED,
                handle -> DeclineMapper.toWire(declines.record(
                        handle,
                        caller.principal(),
                        report.partnerReference(),
                        new ProvinceCode(report.province()),
                        report.sector().name(),
                        report.reason().name())));
    }

    @Override
    public DeclineCounts countDeclines(YearMonth month) {
        return jdbi.withHandle(
                handle -> DeclineMapper.toWire(month, declines.countsOfPartner(handle, caller.tenant(), month)));
    }
}
