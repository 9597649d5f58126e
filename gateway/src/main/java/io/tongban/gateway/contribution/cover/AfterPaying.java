package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What there is once the next month due is paid.
 *
 * @param waitingUntil last day that is waited for at most, if each month after it is paid too; only while waiting
 */
public record AfterPaying(CoverState state, @Nullable LocalDate waitingUntil) {}
