package io.tongban.province;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a province's system, for the history of a command. No text of the far side, nothing personal.
 *
 * @param kind what was sent
 * @param at when it began
 * @param took until the answer was read, or given up
 * @param outcome {@code accepted}, {@code refused}, {@code pending} or {@code unknown}; of an inquiry or a reversal,
 *     what it said of the command
 * @param cause of a refusal the reason, of an unknown its word; else null
 * @param place the field at which the answer could not be read, as profiles name it; else null
 */
public record ProvinceCall(
        TransactionKind kind,
        Instant at,
        Duration took,
        String outcome,
        @Nullable String cause,
        @Nullable String place) {}
