package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The provinces that the sandbox brings along, each with a database of its own. */
public final class SandboxProvinces {
    private static final List<String> CODES = List.of("33", "44", "51");
    private static final long SEED = 20261123;

    private SandboxProvinces() {}

    public static ProvinceStarter starter() {
        return SandboxProvinces::start;
    }

    private static List<Simulator> start(PostgresServer postgres) throws Exception {
        List<Simulator> started = new ArrayList<>();
        try {
            for (String code : CODES) {
                started.add(Simulators.start(code, postgres.createDatabase("sim_" + code), 0, Clock.systemUTC(), SEED));
            }
            return started;
        } catch (Exception failed) {
            started.forEach(Simulator::close);
            throw failed;
        }
    }
}
