package io.tongban.api.province;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a province takes what it can be asked for.
 *
 * @param register how registrations are taken
 * @param withhold how withholdings are taken
 * @param queryStatus how questions for a status are taken
 */
@Schema(description = "How a province takes what it can be asked for.")
public record ProvinceCapabilities(
        @Schema(required = true) ProvinceCapability register,
        @Schema(required = true) ProvinceCapability withhold,
        @Schema(required = true) ProvinceCapability queryStatus) {}
