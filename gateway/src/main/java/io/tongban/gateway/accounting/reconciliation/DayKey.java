package io.tongban.gateway.accounting.reconciliation;

import io.tongban.province.ProvinceCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** A day of a province's books, by the province's own date of booking. */
record DayKey(ProvinceCode province, LocalDate day) {
    /** The house's clock is the one of Shanghai. */
    Instant begin(Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    Instant end(Clock clock) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    @Override
    public String toString() {
        return province + "/" + day;
    }
}
