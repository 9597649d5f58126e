package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** Starts provinces that speak {@code tcp}. */
public final class TcpDialect implements Dialect {
    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new TcpSimulator(settings);
    }
}
