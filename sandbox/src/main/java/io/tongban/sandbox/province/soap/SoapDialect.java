package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** Starts provinces that speak {@code soap}. */
public final class SoapDialect implements Dialect {
    @Override
    public String name() {
        return "soap";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new SoapSimulator(settings);
    }
}
