package io.tongban.sandbox.province;

import java.util.Map;

/** One simulator as the control server shows it. */
record ProvinceView(
        String code,
        String endpoint,
        long persons,
        long bookings,
        long totalFen,
        Map<String, PayerTotal> byPayer,
        int doubleBookings,
        long refusedDoubles,
        long reversed,
        long latencyMillis,
        long jitterMillis,
        Map<Fault, Long> faultsFired) {

    static ProvinceView of(Simulator simulator) {
        SimulatorLedger ledger = simulator.ledger();
        Latency latency = simulator.faults().latency();
        return new ProvinceView(
                simulator.provinceCode(),
                simulator.endpoint(),
                ledger.persons(),
                ledger.bookings(),
                ledger.totalFen(),
                ledger.byPayer(),
                ledger.doubleBookings().size(),
                ledger.refusedDoubles(),
                ledger.reversed(),
                latency.fixed().toMillis(),
                latency.jitter().toMillis(),
                simulator.faults().fired());
    }
}
