package io.tongban.sdk;

import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyLookup;

/** Verifies receipts, without network if the keys are at hand. */
public final class Receipts {
    private static final SignedDocument<VerifiedReceipt> OF_WITHHOLDINGS =
            new SignedDocument<>("receipt", "tongban-receipt+jwt", VerifiedReceipt.class, VerifiedReceipt::issuedAt);
    private static final SignedDocument<VerifiedPayoutReceipt> OF_PAYOUTS = new SignedDocument<>(
            "payout receipt",
            "tongban-payout-receipt+jwt",
            VerifiedPayoutReceipt.class,
            VerifiedPayoutReceipt::issuedAt);

    private Receipts() {}

    /**
     * Verifies a withholding's receipt and only then reads it. The algorithm is the key's (ES256, EdDSA or PS512), never the
     * one that the header asks for.
     *
     * @param jws compact JWS (RFC 7515), as in {@code Receipt}
     * @param keys the gateway's, of the day of the receipt or later
     * @throws UntrustedDocumentException if the gateway did not sign it
     * @throws UnreadableAnswerException if it did, but not as a receipt
     */
    public static VerifiedReceipt verify(String jws, KeyLookup keys) {
        return OF_WITHHOLDINGS.verified(jws, keys);
    }

    /**
     * The same of a payout's receipt.
     *
     * @param jws compact JWS, as in {@code PayoutReceipt}
     */
    public static VerifiedPayoutReceipt verifyPayout(String jws, KeyLookup keys) {
        return OF_PAYOUTS.verified(jws, keys);
    }
}
