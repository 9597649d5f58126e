package io.tongban.api.operator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "TELLER: serves workers. SUPERVISOR: serves, and answers for others. AUDITOR: looks, and changes nothing.")
public enum OperatorRole {
    TELLER,
    SUPERVISOR,
    AUDITOR
}
