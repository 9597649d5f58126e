package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PARTNER: a platform or a bank, whatever it asks for. POINT: a branch with all that stands in it, a counter or a terminal. OPERATOR: one of a bank's people. OPERATION: an operation of the contract, whoever asks. A province is stopped by its state.")
public enum StopKind {
    PARTNER,
    POINT,
    OPERATOR,
    OPERATION
}
