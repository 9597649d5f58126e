package io.tongban.sandbox.province;

import java.time.Clock;
import javax.sql.DataSource;

/**
 * What one simulator is started with.
 *
 * @param store a PostgreSQL database of its own, by custom named {@code sim_44} after the province; the simulator
 *     creates its tables there, and puts a bounded pool of its own before it
 * @param port TCP port on loopback, 0 for a free one
 * @param clock what the province takes the time to be
 * @param seed of the dice for latency and faults
 */
public record SimulatorSettings(SimulatedProvince province, DataSource store, int port, Clock clock, long seed) {}
