package io.tongban.api.province;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a province takes what it can be asked for.")
public record ProvinceCapabilities(
        @Schema(required = true) ProvinceCapability register,
        @Schema(required = true) ProvinceCapability withhold,
        @Schema(required = true) ProvinceCapability queryStatus) {}
