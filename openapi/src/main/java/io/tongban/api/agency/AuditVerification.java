package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Result of walking the audit log's hash chain from its beginning.
 *
 * @param intact whether every record holds the hash of the one before
 * @param records records walked
 * @param unsealed records written and not yet chained
 * @param firstBroken position of the first broken record; null if absent
 * @param headHash hash of the last record, hex SHA-256; note it elsewhere, to notice a cut end; null if absent
 */
@Schema(description = "Result of walking the audit log's hash chain from its beginning.")
public record AuditVerification(
        @Schema(required = true, description = "Whether every record holds the hash of the one before.")
        boolean intact,

        @Schema(required = true, description = "Records walked.")
        long records,

        @Schema(required = true, description = "Records written and not yet chained.")
        long unsealed,

        @Schema(description = "Position of the first broken record.") @Nullable
        Long firstBroken,

        @Schema(description = "Hash of the last record, hex SHA-256; note it elsewhere, to notice a cut end.") @Nullable
        String headHash) {}
