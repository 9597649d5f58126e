package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.OtherMake;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every fault that a province's dialect has: each once for certain, then at random, on all provinces at once. Those of
 * other make have none on demand: their connections are cut at random.
 */
final class Storm {
    /** Each fault strikes so many of the calls that it can strike. */
    private static final double PROBABILITY = 0.015;

    private final List<Simulator> provinces;

    private final List<OtherMake> otherMakes;

    Storm(List<Simulator> provinces, List<OtherMake> otherMakes) {
        this.provinces = provinces;
        this.otherMakes = otherMakes;
    }

    void rise() {
        otherMakes.forEach(OtherMake::rise);
        for (Simulator province : provinces) {
            province.faults().latency(Duration.ofMillis(2), Duration.ofMillis(20));
            // The caller gives up long before; what hangs here only costs the simulator a thread.
            province.faults().silence(Duration.ofSeconds(20));
            for (Fault fault : province.knownFaults()) {
                province.faults().next(fault, 1);
                province.faults().withProbability(fault, PROBABILITY);
            }
        }
    }

    void calm() {
        otherMakes.forEach(OtherMake::calm);
        for (Simulator province : provinces) {
            province.faults().clear();
            province.faults().latency(Duration.ZERO, Duration.ZERO);
            province.faults().silence(Duration.ofSeconds(60));
        }
    }

    /** How often a connection of a province of other make was cut. */
    long cut() {
        return otherMakes.stream().mapToLong(OtherMake::struck).sum();
    }

    /** How often each fault has struck, over all provinces. */
    Map<Fault, Long> struck() {
        Map<Fault, Long> all = new TreeMap<>();
        for (Simulator province : provinces) {
            province.faults().fired().forEach((fault, times) -> all.merge(fault, times, Long::sum));
        }
        return all;
    }
}
