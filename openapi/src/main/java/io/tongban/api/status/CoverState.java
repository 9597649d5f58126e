package io.tongban.api.status;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "HRSS AAC031: PAYING (1), SUSPENDED (2), ENDED (3); NONE when the province knows of no payment.")
public enum CoverState {
    PAYING,
    SUSPENDED,
    ENDED,
    NONE
}
