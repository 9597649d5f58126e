package io.tongban.api.counter;

/** What a worker came for. */
public enum Purpose {
    REGISTER,
    ENROL,
    MANDATE,
    PAY,
    STATUS,
    REVIEW
}
