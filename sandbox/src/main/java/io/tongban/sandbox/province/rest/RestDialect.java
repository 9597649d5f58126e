package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** Starts provinces that speak {@code rest}. */
public final class RestDialect implements Dialect {
    @Override
    public String name() {
        return "rest";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new RestSimulator(settings);
    }
}
