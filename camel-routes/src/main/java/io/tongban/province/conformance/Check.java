package io.tongban.province.conformance;

/**
 * One line of the matrix.
 *
 * @param name stable, in words of the matrix, such as {@code withhold}
 * @param fault what is done to the far side meanwhile; {@code none}, or the name of a fault of the sandbox's simulators
 * @param expected in words
 */
record Check(String name, String fault, String expected, Procedure procedure) {
    static final String NO_FAULT = "none";

    Check(String name, String expected, Procedure procedure) {
        this(name, NO_FAULT, expected, procedure);
    }

    /** What is done, and what came of it. */
    @FunctionalInterface
    interface Procedure {
        Verdict run(Bench bench);
    }
}
