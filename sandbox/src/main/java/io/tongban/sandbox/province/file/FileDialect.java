package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** Starts provinces that speak {@code file}. */
public final class FileDialect implements Dialect {
    @Override
    public String name() {
        return "file";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new FileSimulator(settings);
    }
}
