package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** Starts provinces that speak {@code queue}. */
public final class QueueDialect implements Dialect {
    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new QueueSimulator(settings);
    }
}
