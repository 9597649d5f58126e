package io.tongban.sdk.card;

/** Whether a signature is the card's. */
public enum SignatureCheck {
    HOLDS,
    /** Other data, another card, or no signature. */
    DOES_NOT_HOLD,
    /** No issuer that the reader trusts made the certificate. */
    CERTIFICATE_NOT_TRUSTED
}
