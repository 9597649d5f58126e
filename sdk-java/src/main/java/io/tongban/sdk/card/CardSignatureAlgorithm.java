package io.tongban.sdk.card;

/** What cards sign with. Each is marked and has its source in {@code codes.tsv} beside this class. */
public enum CardSignatureAlgorithm {
    /** SM2 over SM3 with the user id 1234567812345678 (GB/T 32918), as cards of the third generation do: third-party. */
    SM2_SM3("SM3withSM2"),
    /** ECDSA over P-256 with SHA-256: assumed, a stand-in of the simulated card where the platform has no SM2. */
    ECDSA_P256_SHA256("SHA256withECDSA");

    private final String jcaName;

    CardSignatureAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** The name of {@link java.security.Signature}; SM2 needs a provider of the program's own, such as Bouncy Castle. */
    public String jcaName() {
        return jcaName;
    }
}
