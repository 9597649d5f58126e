package io.tongban.api.operator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "SUSPENDED: may do nothing.")
public enum OperatorState {
    ACTIVE,
    SUSPENDED
}
