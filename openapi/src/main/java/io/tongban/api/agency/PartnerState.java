package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "SUSPENDED partners are refused every operation.")
public enum PartnerState {
    ACTIVE,
    SUSPENDED
}
