package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.Dialect;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;

/** {@code exchangedb}, see {@code camel-routes/docs/dialects/exchangedb.md}. */
public final class ExchangeDbDialect implements Dialect {
    @Override
    public String name() {
        return "exchangedb";
    }

    @Override
    public Simulator start(SimulatorSettings settings) {
        return new ExchangeDbSimulator(settings);
    }
}
