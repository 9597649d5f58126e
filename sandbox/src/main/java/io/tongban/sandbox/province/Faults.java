package io.tongban.sandbox.province;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One simulator's latency and faults, settable while it runs. Thread-safe. The dice are seeded: the sequence of throws
 * repeats; which call meets which throw is for the callers' order to say.
 */
public final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private final Random dice;
    private final Map<Fault, List<FaultOrder>> orders = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> fired = new EnumMap<>(Fault.class);
    private final ScenarioOrders scenarios = new ScenarioOrders();
    private Latency latency = Latency.NONE;
    private Duration silence = PATIENCE;
    private Duration late = LATE;
    private Duration aWhile = A_WHILE;

    public Faults(long seed) {
        dice = new Random(seed);
    }

    /** The next {@code calls} calls that the fault {@link Fault#strikes}. */
    public void next(Fault fault, int calls) {
        add(fault, FaultOrder.counted(calls, null));
    }

    /** The next {@code calls} calls of one transaction. */
    public void next(Fault fault, int calls, Transaction transaction) {
        add(fault, FaultOrder.counted(calls, transaction));
    }

    /** What goes wrong with one order alone. For dialects. */
    public ScenarioOrders scenarios() {
        return scenarios;
    }

    /** From now on each call that the fault {@link Fault#strikes}, with a probability from 0 to 1. */
    public void withProbability(Fault fault, double probability) {
        add(fault, FaultOrder.likely(probability, null));
    }

    /** From now on each call of one transaction, with a probability from 0 to 1. */
    public void withProbability(Fault fault, double probability, Transaction transaction) {
        add(fault, FaultOrder.likely(probability, transaction));
    }

    /** Calls off what was ordered of one fault; the count of what fired stays. */
    public synchronized void clear(Fault fault) {
        orders.remove(fault);
    }

    /** Calls off every fault; latency and counts stay. */
    public synchronized void clear() {
        orders.clear();
    }

    /** Every call is answered so much later: a fixed part, and an even share of the jitter. */
    public synchronized void latency(Duration fixed, Duration jitter) {
        latency = new Latency(fixed, jitter);
    }

    public synchronized Latency latency() {
        return latency;
    }

    /** How long a caller is left without reply before the simulator hangs up; 60 s unless set. */
    public synchronized void silence(Duration duration) {
        silence = duration;
    }

    public synchronized Duration silence() {
        return silence;
    }

    /** How long what is wrong in a row stays so; 2 s unless set, and never longer than a caller is left in silence. */
    public synchronized void aWhile(Duration duration) {
        aWhile = duration;
    }

    public synchronized Duration aWhile() {
        return silence.compareTo(aWhile) < 0 ? silence : aWhile;
    }

    /**
     * How much later a late reply comes, or a booking is taken back; 3 s unless set.
     *
     * @throws IllegalArgumentException if it is negative or longer than a day
     */
    public synchronized void late(Duration duration) {
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("late lies between 0 and a day");
        }
        late = duration;
    }

    public synchronized Duration late() {
        return late;
    }

    /** Throws the dice for one call's latency. */
    synchronized Duration drawLatency() {
        return latency.draw(dice);
    }

    /** Whether the fault strikes this call; a yes is counted and uses up one of "next n". For dialects. */
    public synchronized boolean fires(Fault fault, Transaction transaction) {
        List<FaultOrder> standing = orders.computeIfAbsent(fault, none -> new ArrayList<>());
        boolean fires = false;
        for (FaultOrder order : standing) {
            if (order.applies(fault, transaction) && order.draw(dice)) {
                fires = true;
                break;
            }
        }
        standing.removeIf(FaultOrder::isUsedUp);
        if (fires) {
            fired.merge(fault, 1L, Long::sum);
        }
        return fires;
    }

    /** How often each fault struck since the start; those that never did are absent. */
    public synchronized Map<Fault, Long> fired() {
        return Map.copyOf(fired);
    }

    synchronized void add(Fault fault, FaultOrder order) {
        orders.computeIfAbsent(fault, any -> new ArrayList<>()).add(order);
    }
}
