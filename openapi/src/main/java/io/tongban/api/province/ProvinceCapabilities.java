package io.tongban.api.province;

import io.tongban.api.change.InsuranceChangeKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a province takes what it can be asked for.
 *
 * @param register how registrations are taken
 * @param withhold how withholdings are taken
 * @param queryStatus how questions for a status are taken
 * @param changes which changes of insurances and persons it takes at all
 */
@Schema(description = "How a province takes what it can be asked for.")
public record ProvinceCapabilities(
        @Schema(required = true) ProvinceCapability register,
        @Schema(required = true) ProvinceCapability withhold,
        @Schema(required = true) ProvinceCapability queryStatus,

        @Schema(
                required = true,
                description =
                        "Which changes of insurances and persons it takes, at once, collected, or by a person at a counter.")
        List<InsuranceChangeKind> changes) {
    public ProvinceCapabilities {
        changes = List.copyOf(changes);
    }
}
