package io.tongban.gateway.accounting.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.tongban.province.ProvinceCode;
import io.tongban.province.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** {@code tongban.reconciliation.days} by state, and {@code tongban.reconciliation.overdue} by province. */
@ApplicationScoped
class DayMeters {
    private final MeterRegistry registry;
    private final Map<DayState, AtomicLong> days = new EnumMap<>(DayState.class);
    private final Map<ProvinceCode, AtomicLong> overdue = new ConcurrentHashMap<>();

    @Inject
    DayMeters(MeterRegistry registry) {
        this.registry = registry;
        for (DayState state : DayState.values()) {
            AtomicLong count = new AtomicLong();
            registry.gauge("tongban.reconciliation.days", List.of(Tag.of("state", Words.of(state))), count);
            days.put(state, count);
        }
    }

    /**
     * As they are in the database, over all nodes: a node that has just started shows what is overdue as any other.
     *
     * @param since first day that is still compared
     */
    void show(Handle handle, LocalDate since) {
        days.forEach((state, count) -> count.set(DayStore.count(handle, state)));
        Map<ProvinceCode, Long> now = DayStore.stillOverdue(handle, since);
        now.keySet().forEach(this::reconciled);
        overdue.forEach((province, count) -> count.set(now.getOrDefault(province, 0L)));
    }

    /** Shown from now on, also while there is none. */
    void reconciled(ProvinceCode province) {
        overdue.computeIfAbsent(province, any -> {
            AtomicLong count = new AtomicLong();
            registry.gauge("tongban.reconciliation.overdue", List.of(Tag.of("province", province.value())), count);
            return count;
        });
    }
}
