package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a card signed. Immutable; silent in {@link #toString()}, for a certificate names its holder. */
public final class CardSignature {
    private final CardSignatureAlgorithm algorithm;
    private final byte[] certificate;
    private final byte[] value;

    /**
     * @param certificate X.509, DER
     * @param value the signature, DER (r and s)
     */
    public CardSignature(CardSignatureAlgorithm algorithm, byte[] certificate, byte[] value) {
        this.algorithm = Given.value(algorithm, "algorithm");
        this.certificate = Given.value(certificate, "certificate").clone();
        this.value = Given.value(value, "value").clone();
    }

    public CardSignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** X.509, DER, as the card gave it. */
    public byte[] certificate() {
        return certificate.clone();
    }

    /** The signature, DER (r and s). */
    public byte[] value() {
        return value.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CardSignature that
                && algorithm == that.algorithm
                && Arrays.equals(certificate, that.certificate)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(certificate) + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "CardSignature[" + algorithm + "]";
    }
}
