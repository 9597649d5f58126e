package io.tongban.signature;

import java.time.Instant;

/** The outcome of checking the signature of a message. */
public sealed interface Verification {

    /**
     * The signature holds. Whether the nonce was seen before is for the caller to ask.
     *
     * @param keyid the key that signed
     * @param nonce 16 to 128 printable ASCII characters, to be accepted once
     * @param created when it was signed, by the signer's clock, in whole seconds
     */
    record Verified(String keyid, String nonce, Instant created) implements Verification {}

    /**
     * The message must not be acted on.
     *
     * @param reason the failure, for programs
     * @param detail one sentence for the engineer at the other side; at most 200 characters, printable ASCII, no secret
     */
    record Rejected(SignatureFailure reason, String detail) implements Verification {}
}
