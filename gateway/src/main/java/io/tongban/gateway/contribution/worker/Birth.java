package io.tongban.gateway.contribution.worker;

import java.time.YearMonth;

/** What of a person's citizen number says when the person retires. */
public record Birth(YearMonth month, boolean female) {}
