package io.tongban.api.cover;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The cover of one insurance of a worker in one province.
 *
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param periods without gap or overlap, in order
 */
@Schema(description = "The cover of one insurance of a worker in one province.")
public record InsuranceCover(
        @Schema(required = true, examples = "44") String province,
        @Schema(required = true, examples = "AAE140:110") String insurance,

        @Schema(required = true, description = "Without gap or overlap, in order.")
        List<CoverPeriod> periods) {}
