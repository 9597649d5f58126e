package io.tongban.api.withholding;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A page, newest first.")
public record WithholdingPage(
        @Schema(required = true) List<Withholding> items,

        @Schema(description = "Pass it as `cursor` for the next page; absent on the last one.") @Nullable
        String nextCursor) {}
