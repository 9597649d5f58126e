package io.tongban.gateway.platform.outbox;

import java.time.Duration;

/**
 * What waits in a lane.
 *
 * @param rows all rows, due, waiting or leased
 * @param overdue how long the row that is due the longest has been due; zero if none is
 * @param oldest age of the oldest row, however often it was tried
 */
public record LaneBacklog(String lane, long rows, Duration overdue, Duration oldest) {}
