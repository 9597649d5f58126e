package io.tongban.api.agency;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Suspends a partner, or lets it in again.")
public record PartnerStateChange(@NotNull PartnerState state) {}
