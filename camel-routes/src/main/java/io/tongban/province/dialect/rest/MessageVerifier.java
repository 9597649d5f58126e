package io.tongban.province.dialect.rest;

/** Checks what a province says. A pure function of message, signature and key. */
@FunctionalInterface
interface MessageVerifier {
    /** @param signature as it came: whatever it is, the answer is yes or no and never an exception */
    boolean verifies(byte[] message, String signature);

    /** Verifies with this or, where it does not, with another: for the days on which a province changes its key. */
    default MessageVerifier or(MessageVerifier other) {
        return (message, signature) -> verifies(message, signature) || other.verifies(message, signature);
    }
}
