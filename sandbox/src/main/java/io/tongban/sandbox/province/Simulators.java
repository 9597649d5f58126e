package io.tongban.sandbox.province;

import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** The way to start a simulated province. */
public final class Simulators {
    private Simulators() {}

    /** Codes of the provinces that have a file, in their order. */
    public static List<String> provinces() {
        return DataFile.read("/provinces/index.yaml", Index.class).codes();
    }

    /**
     * Starts the province that {@code provinces/CODE.yaml} describes.
     *
     * @param provinceCode two digits, such as {@code 44}
     * @see SimulatorSettings for the other parameters
     * @throws IllegalArgumentException if there is no such file, or no such dialect
     */
    public static Simulator start(String provinceCode, DataSource store, int port, Clock clock, long seed) {
        return start(new SimulatorSettings(SimulatedProvince.named(provinceCode), store, port, clock, seed));
    }

    /** Starts a province that need not be in a file. */
    public static Simulator start(SimulatorSettings settings) {
        String dialect = settings.province().dialect();
        return ServiceLoader.load(Dialect.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(known -> known.name().equals(dialect))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no simulator speaks " + dialect))
                .start(settings);
    }

    private record Index(List<String> codes) {}
}
