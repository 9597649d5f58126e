package io.tongban.signature;

/** Why a signature is refused. The replay of a nonce is for the owner of the nonces to find, so it is not here. */
public enum SignatureFailure {
    /** There is no Signature-Input, no Signature, or no signature under the chosen label. */
    MISSING("signature-missing"),
    /** A field is no Structured Field of the right shape, or a value has the wrong type. */
    MALFORMED("signature-malformed"),
    /** A label occurs twice, or two signatures carry the tag of this profile. */
    DUPLICATE_LABEL("signature-label-duplicate"),
    /** A required component is not covered, or a covered component is not in the message. */
    COMPONENT_NOT_COVERED("signature-component-missing"),
    /** A parameter of the signature or of a component that this profile does not know. */
    PARAMETER_UNKNOWN("signature-parameter-unknown"),
    /** One of created, keyid, alg, nonce and tag is not there. */
    PARAMETER_MISSING("signature-parameter-missing"),
    /** There are signatures, but none with the tag of this profile. */
    TAG_WRONG("signature-tag"),
    /** The alg parameter is unknown or is not that of the key. */
    ALGORITHM_MISMATCH("signature-algorithm"),
    /** Nobody has registered this keyid. */
    KEY_UNKNOWN("signature-key-unknown"),
    /** The key belongs to someone else than the caller. */
    KEY_FOREIGN("signature-key-foreign"),
    /** Created too long ago, or past its expires parameter. */
    EXPIRED("signature-expired"),
    /** Created too far ahead of this clock. */
    FROM_FUTURE("signature-from-future"),
    /** There is a body and no Content-Digest. */
    DIGEST_MISSING("digest-missing"),
    /** Content-Digest is no dictionary of byte sequences, or holds no algorithm that this profile knows. */
    DIGEST_MALFORMED("digest-malformed"),
    /** The digest is not that of the body received. */
    DIGEST_MISMATCH("digest-mismatch"),
    /** The signature does not verify: the message was changed or another key signed it. */
    INVALID("signature-invalid");

    private final String code;

    SignatureFailure(String code) {
        this.code = code;
    }

    /** The code of the problem type that reports this failure. */
    public String code() {
        return code;
    }
}
