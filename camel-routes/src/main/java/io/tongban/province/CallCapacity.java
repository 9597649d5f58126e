package io.tongban.province;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether it makes sense to call a province now.
 *
 * @param places how many calls may be made at once; 0 outside its hours, and while its circuit is open
 * @param notBefore when to look again; absent where there are places
 */
public record CallCapacity(int places, @Nullable Instant notBefore) {}
