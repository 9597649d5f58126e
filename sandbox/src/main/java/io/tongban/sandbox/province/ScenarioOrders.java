package io.tongban.sandbox.province;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which serials a scenario was ordered for. Kept in memory, the last ten thousand: what was ordered before the sandbox was
 * closed, or for an order that never came, is forgotten. Thread-safe.
 */
public final class ScenarioOrders {
    private static final int MOST = 10_000;
    private static final Duration IN_PROCESS = Duration.ofDays(1);

    private final Map<String, Order> orders = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Order> eldest) {
            return size() > MOST;
        }
    };

    private static final class Order {
        private final Scenario scenario;
        private int struck;
        private @Nullable Instant until;

        Order(Scenario scenario) {
            this.scenario = scenario;
        }
    }

    /** Before the order with this serial comes; the first scenario of a serial stays. */
    public synchronized void add(String serial, Scenario scenario) {
        orders.putIfAbsent(serial, new Order(scenario));
    }

    /** Whether it was ordered and has not been played as often as it is to be; a yes counts. */
    public synchronized boolean strikes(Scenario scenario, String serial) {
        Order order = orders.get(serial);
        return order != null && order.scenario == scenario && order.struck++ < scenario.times();
    }

    synchronized boolean isOrdered(Scenario scenario, String serial) {
        Order order = orders.get(serial);
        return order != null && order.scenario == scenario;
    }

    /** Whether the province still says "in process" of this serial; the day begins when it is first asked. */
    synchronized boolean isInProcess(String serial, Instant now) {
        Order order = orders.get(serial);
        if (order == null || order.scenario != Scenario.IN_PROCESS_ONE_DAY) {
            return false;
        }
        Instant until = order.until == null ? now.plus(IN_PROCESS) : order.until;
        order.until = until;
        return now.isBefore(until);
    }
}
