package io.tongban.sandbox.province;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One running province. Safe to share between threads; closing it keeps the ledger, which lives in its database. */
public interface Simulator extends AutoCloseable {
    /** First two digits of the GB/T 2260 division code, such as {@code 44}. */
    String provinceCode();

    /** Where it listens: a URL, {@code tcp://host:port} for the dialect of that name. */
    String endpoint();

    /** What the operator signs in with or keys its frames with. Known to everyone: it is a sandbox. */
    String password();

    /**
     * What else a gateway has to be told, such as keys: the property {@code tongban.province.CODE.NAME} by its NAME.
     * Secrets among them are known to everyone, too.
     */
    default Map<String, String> moreProperties() {
        return Map.of();
    }

    /** All that a gateway has to be told: the property {@code tongban.province.CODE.NAME} by its NAME. */
    default Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(moreProperties());
        properties.put("endpoint", endpoint());
        properties.put("password", password());
        return properties;
    }

    /** What the province itself believes to have booked. */
    SimulatorLedger ledger();

    /** The switches for latency and faults. */
    Faults faults();

    /** Faults that its dialect can have. */
    Set<Fault> knownFaults();

    /** Whether it can say "in process" of one order for long, and is asked after it. */
    default boolean canStayInProcess() {
        return true;
    }

    /** Scenarios that its dialect can play. */
    default Set<Scenario> knownScenarios() {
        Set<Scenario> known =
                EnumSet.of(Scenario.LOST_REPLY, Scenario.REFUSED_PERSON_UNKNOWN, Scenario.PROVINCE_CLOSED);
        if (canStayInProcess()) {
            known.add(Scenario.IN_PROCESS_ONE_DAY);
        }
        if (knownFaults().contains(Fault.REVERSED_LATER)) {
            known.add(Scenario.REVERSED_LATER);
        }
        return known;
    }

    /** Hangs up on every caller and frees the port. */
    @Override
    void close();
}
