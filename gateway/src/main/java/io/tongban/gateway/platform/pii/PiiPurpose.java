package io.tongban.gateway.platform.pii;

/**
 * What a personal value is. It is bound into the ciphertext and into the look-up hash, so that a value copied from one
 * column into another neither decrypts nor matches. The names are stored bytes: never rename one.
 */
public enum PiiPurpose {
    CITIZEN_NUMBER,
    NAME,
    MOBILE,
    /** The province's own number of a person (AAC001). */
    PERSON_NUMBER,
    /** A private signing key of the gateway. */
    GATEWAY_KEY,
    /** The stored answer of an effect. */
    ANSWER,
    /** The body of a webhook event. */
    EVENT,
    /** Where a partner's request was wrong, and the signature base of a refused one. */
    REQUEST_NOTE,
    /** A line that waits for its file. */
    SPOOL_LINE,
    /** The body of a message that two operators sign. */
    APPROVAL
}
