package io.tongban.api.subsidy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "GATEWAY: the province confirmed a payment of the gateway's. PROVINCE: it said of itself that the month is paid. More words may come.")
public enum ProofSource {
    GATEWAY,
    PROVINCE
}
