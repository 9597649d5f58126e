package io.tongban.gateway.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that is locked until the transaction ends, whoever leases it.
 *
 * @param sentAt when it was first sent, or about to be; absent if it never was
 */
public record Held(long id, String lane, @Nullable Instant sentAt) {}
