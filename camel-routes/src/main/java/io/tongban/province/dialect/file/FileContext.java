package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool;
import io.tongban.province.dialect.Arrivals;
import java.time.Clock;

/**
 * What all file transfers have in common.
 *
 * @param clock in the provinces' zone
 */
record FileContext(ProvinceSpool spool, Arrivals arrivals, ServerDoor door, Clock clock) {}
