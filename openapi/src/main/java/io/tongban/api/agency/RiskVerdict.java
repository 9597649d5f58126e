package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "APPROVED: it may happen once. REJECTED: it must not.")
public enum RiskVerdict {
    APPROVED,
    REJECTED
}
