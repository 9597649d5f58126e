package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "OPEN: it may still change. CLOSED: it is signed, and what comes belongs to the next day.")
public enum CounterDayState {
    OPEN,
    CLOSED
}
