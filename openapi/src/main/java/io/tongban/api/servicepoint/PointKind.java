package io.tongban.api.servicepoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "BRANCH: an office with an address. COUNTER: one of its windows. TERMINAL: a machine, in a branch or alone.")
public enum PointKind {
    BRANCH,
    COUNTER,
    TERMINAL
}
