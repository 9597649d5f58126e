package io.tongban.province.profile;

/** How a province takes one kind of command. */
public enum Capability {
    /** At once, over its dialect. */
    ONLINE,
    /** Collected, and answered later. */
    BATCH,
    /** Only by a person at a counter. */
    MANUAL,
    /** Not at all. */
    NONE
}
