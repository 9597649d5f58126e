package io.tongban.province.delivery;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What time it is, and how time passes.
 *
 * @param nanos nanoseconds since some moment, as {@link System#nanoTime()}
 */
public record Time(Clock clock, LongSupplier nanos) {}
