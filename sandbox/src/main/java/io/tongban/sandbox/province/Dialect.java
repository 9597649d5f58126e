package io.tongban.sandbox.province;

/**
 * A way in which provinces talk. Found by {@link java.util.ServiceLoader}, so that this room knows no dialect by name
 * and a new one is a package and a line.
 */
public interface Dialect {
    /** As province files name it, such as {@code soap}. */
    String name();

    /**
     * Starts a server that speaks it, on loopback.
     *
     * @throws IllegalStateException if the port is taken or the store cannot be reached
     */
    Simulator start(SimulatorSettings settings);
}
