package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "TAKEN: a worker paid. CANCELLED: it was given back.")
public enum CounterOperation {
    TAKEN,
    CANCELLED
}
