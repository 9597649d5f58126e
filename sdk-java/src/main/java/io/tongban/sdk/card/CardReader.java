package io.tongban.sdk.card;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads social security cards at a counter or terminal: the functions that LD/T 6001.5-2023 tests of a reader, as far as
 * a counter needs them; it writes nothing to a card. {@link DriverCardReader} is one over a maker's driver, {@link
 * SimulatedCardReader} one for tests.
 *
 * <p>Each call is bounded: it ends within its {@code limit}, more than nothing and at most {@link #LONGEST_LIMIT}, all that it
 * waits for included, such as a card that is not there yet or a PIN that is being typed. What goes wrong is a {@link
 * CardReaderException} with one {@link CardFault}; a wrong argument is an {@link IllegalArgumentException}, at once. One
 * device does one thing at a time, so calls from several threads follow each other.
 */
public interface CardReader extends AutoCloseable {
    /** No call waits longer: whoever stands at a counter has gone by then. */
    Duration LONGEST_LIMIT = Duration.ofMinutes(5);

    /** What a signature may be made of, in octets. */
    int MOST_SIGNED = 65_536;

    /**
     * Reads who the card is of (the standard's {@code iReadCardBas}). A card that has expired, that somebody reported lost,
     * that is blocked or not genuine ends as {@link CardFault.CardInvalid} and is not shown.
     */
    CardBasicData readBasicData(Duration limit);

    /**
     * Reads single items of the card's files ({@code iReadCard}).
     *
     * @param card as it was read; another card in its place ends as {@link CardFault.CardRemoved}
     * @param items each once
     * @return what the card has, in the order asked for; an item that it leaves empty is empty text
     */
    Map<CardItem, String> readCard(CardBasicData card, List<CardItem> items, Duration limit);

    /**
     * Has the worker type the card's PIN at the reader ({@code iVerifyPIN}), and returns if it is right. The PIN passes by no
     * program. Each wrong one costs a try, and no try is made anew by itself.
     *
     * @param card as it was read; another card in its place ends as {@link CardFault.CardRemoved}
     */
    void verifyPin(CardBasicData card, Duration limit);

    /**
     * Has the card sign ({@code PKI_SignData}).
     *
     * @param card as it was read; another card in its place ends as {@link CardFault.CardRemoved}
     * @param data 1 to {@link #MOST_SIGNED} octets
     * @param pin of the card's certificate, which may be another than the card's
     */
    CardSignature sign(CardBasicData card, byte[] data, CardPin pin, Duration limit);

    /**
     * Says whether a card signed this ({@code PKI_VerifySign}); no card needs to be there.
     *
     * @param data 1 to {@link #MOST_SIGNED} octets
     */
    SignatureCheck verify(byte[] data, CardSignature signature, Duration limit);

    /** Lets go of the device; calls after it end as {@link CardFault.ReaderGone}. */
    @Override
    void close();
}
