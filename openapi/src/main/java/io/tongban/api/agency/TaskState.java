package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "OPEN: waits for a person. SETTLED: a person decided it, or the province answered after all.")
public enum TaskState {
    OPEN,
    SETTLED
}
