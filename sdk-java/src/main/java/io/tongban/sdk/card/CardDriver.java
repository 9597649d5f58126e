package io.tongban.sdk.card;

/**
 * A maker's driver: the functions of LD/T 6001.5-2023 as a native library has them, bound by whoever runs the counter. A
 * function may block; {@link DriverCardReader} bounds it, calls one at a time and always from the same thread. Neither an
 * argument nor an answer may be logged.
 */
public interface CardDriver extends AutoCloseable {
    /**
     * {@code iReadCardBas}: eleven values, each followed by {@code |} — issuing region, social security number, card number,
     * card identifier, name, reset information, version of the standard, issued on, valid to, number of the terminal and of its
     * device.
     */
    DriverAnswer readCardBas(CardSlot slot);

    /**
     * {@code iReadCard}. How the card lets itself be read ({@code iAuthType}) is the binding's to choose.
     *
     * @param cardInfo card identifier and card number, each followed by {@code |}
     * @param fileAddress such as {@code SSSEEF05|06|07|$SSSEEF06|08|$}
     * @return the same with values in place of the items' identifiers
     */
    DriverAnswer readCard(CardSlot slot, String cardInfo, String fileAddress);

    /** {@code iVerifyPIN}: the worker types at the reader. */
    DriverAnswer verifyPin(CardSlot slot);

    /**
     * {@code PKI_SignData}. The standard's own text was not to be had, so the form of the answer is this SDK's, and the
     * binding brings it about.
     *
     * @param pin empty if the reader is to ask for it; wiped after the call
     * @return name of the {@link CardSignatureAlgorithm}, certificate and signature (DER, Base64), each followed by {@code |}
     */
    DriverAnswer signData(CardSlot slot, byte[] data, char[] pin);

    /**
     * {@code PKI_VerifySign}. Of the answer's form holds the same.
     *
     * @return name of a {@link SignatureCheck}
     */
    DriverAnswer verifySign(byte[] data, CardSignature signature);

    /** Lets go of the device. */
    @Override
    void close();
}
