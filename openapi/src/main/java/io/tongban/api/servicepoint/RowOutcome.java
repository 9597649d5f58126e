package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "ADDED, CHANGED, UNCHANGED: as the row says. REFUSED: nothing of the row was taken.")
public enum RowOutcome {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
