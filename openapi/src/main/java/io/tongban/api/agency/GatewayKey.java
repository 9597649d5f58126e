package io.tongban.api.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A signing key of the gateway.
 *
 * @param kid key id, such as {@code gw-20261123-1}
 * @param activeFrom published from now on, used for signing from then on
 * @param retiresAt no longer published after this; absent while it is the newest
 */
@Schema(description = "A signing key of the gateway.")
public record GatewayKey(
        @Schema(required = true, examples = "gw-20261123-1") String kid,

        @Schema(required = true, description = "Published from now on, used for signing from then on.")
        Instant activeFrom,

        @Schema(description = "No longer published after this; absent while it is the newest.") @Nullable
        Instant retiresAt) {}
