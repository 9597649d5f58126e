package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.Simulator;
import java.util.List;

/** Starts the simulated provinces of a stack. */
@FunctionalInterface
public interface ProvinceStarter {
    /** A stack without provinces. */
    ProvinceStarter NONE = (postgres, authority) -> List.of();

    /**
     * Starts them, each with a database of its own.
     *
     * @param authority who vouches for those that are called over TLS
     * @throws Exception if one cannot be started; those started before it are then closed by the starter
     */
    List<Simulator> start(PostgresServer postgres, CertificateAuthority authority) throws Exception;
}
