package io.tongban.api.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the worker paid.")
public enum PaymentMeans {
    CASH,
    CARD
}
