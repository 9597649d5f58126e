package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What has to be paid next, so that cover goes on or comes back.
 *
 * @param by last day; null where no rule says so
 */
public record NextDue(YearMonth month, @Nullable LocalDate by) {}
