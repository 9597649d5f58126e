package io.tongban.gateway.counter.day;

import io.tongban.api.day.CounterDay;
import io.tongban.api.day.CounterDayApi;
import io.tongban.api.day.CounterDayPage;
import io.tongban.api.day.CounterDayPages;
import io.tongban.api.day.CounterDayReport;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A bank's days over HTTP. */
@ApplicationScoped
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class CounterDayResource implements CounterDayApi {
    private static final int OK = 200;

    private final CounterDays days;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public CounterDayResource(CounterDays days, Idempotency idempotency, Caller caller, Jdbi jdbi) {
        this.days = days;
        this.idempotency = idempotency;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Override
    public CounterDay readCounterDay(String day) {
        return jdbi.inTransaction(handle -> DayMapper.toWire(days.read(handle, caller.tenant(), DayMapper.day(day))));
    }

    @Override
    public CounterDayPages sendCounterDayPage(@Nullable String idempotencyKey, String day, CounterDayPage page) {
        return idempotency.once(idempotencyKey, OK, handle -> {
            LocalDate date = DayMapper.day(day);
            return DayMapper.toWire(
                    date, days.send(handle, caller.tenant(), date, page.page(), DayMapper.fromWire(page.entries())));
        });
    }

    @Override
    public CounterDay closeCounterDay(@Nullable String idempotencyKey, String day, CounterDayReport report) {
        CounterDay closed = idempotency.once(
                idempotencyKey,
                OK,
                handle -> DayMapper.toWire(days.close(
                        handle,
                        caller.principal(),
                        DayMapper.day(day),
                        report.pages(),
                        DayMapper.fromWire(report.entries()))));
        jdbi.useTransaction(handle -> days.removeReported(handle, caller.tenant()));
        return closed;
    }
}
