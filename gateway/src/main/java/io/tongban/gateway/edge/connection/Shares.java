package io.tongban.gateway.edge.connection;

import io.tongban.gateway.trust.access.AddressRange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is open, of all and of each address. */
final class Shares {
    private final int most;
    private final int mostOfOne;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<AddressRange, Integer> byAddress = new ConcurrentHashMap<>();

    Shares(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    boolean areAllTaken() {
        return all.get() >= most;
    }

    boolean isTaken(AddressRange address) {
        return byAddress.getOrDefault(address, 0) >= mostOfOne;
    }

    void add(AddressRange address) {
        all.incrementAndGet();
        byAddress.merge(address, 1, Integer::sum);
    }

    void remove(AddressRange address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (key, open) -> open == 1 ? null : open - 1);
    }

    int open() {
        return all.get();
    }
}
