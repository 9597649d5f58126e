package io.tongban.province;

/** How a province takes one kind of command. */
public enum Capability {
    /** At once, over its dialect. */
    ONLINE,
    /** Collected, and answered later. */
    BATCH,
    /** Only by a person at a counter. */
    MANUAL,
    /** Not at all. */
    NONE;

    /** Whether the command goes out to the province's system. */
    public boolean sent() {
        return this == ONLINE || this == BATCH;
    }
}
