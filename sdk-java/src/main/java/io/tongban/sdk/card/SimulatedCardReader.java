package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A reader for a partner's unit tests, as {@code TongbanFake} is a gateway: no device, no thread, no waiting. What a driver
 * would say goes the same way as a real driver's, and cards sign with keys of their own. What goes wrong is written by the
 * test:
 *
 * <pre>{@code
 * SimulatedCardReader reader = SimulatedCardReader.create(fake.clock());
 * reader.insert(SimulatedCard.madeUp());
 * reader.next(new CardFault.CardRemoved());
 * }</pre>
 *
 * <p>It trusts the certificates of the cards that were ever inserted. Thread-safe.
 */
public final class SimulatedCardReader implements CardReader {
    private final SimulatedDevice device = new SimulatedDevice();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final DriverCardReader reader;

    private SimulatedCardReader(Clock clock) {
        reader = DriverCardReader.builder(device)
                .clock(clock)
                .reportedLost(card -> lost.contains(card.cardIdentifier()))
                .within(device);
    }

    /** @param clock says which day it is, for cards that expire */
    public static SimulatedCardReader create(Clock clock) {
        return new SimulatedCardReader(Given.value(clock, "clock"));
    }

    /** Puts a card in, in place of the one that is there. */
    public void insert(SimulatedCard card) {
        device.insert(Given.value(card, "card"));
    }

    /** Takes the card out. */
    public void remove() {
        device.remove();
    }

    public void unplug() {
        device.pluggedIn(false);
    }

    public void plugIn() {
        device.pluggedIn(true);
    }

    /** What the worker types whenever a PIN is asked for, from now on; what is no PIN at all is not entered. */
    public void workerTypes(String pin) {
        device.typed(Given.value(pin, "pin"));
    }

    /** The worker types the PIN that the card takes, as from the beginning. */
    public void workerTypesRightPin() {
        device.typed(null);
    }

    /** Somebody reports the card lost. */
    public void reportLost(SimulatedCard card) {
        lost.add(Given.value(card, "card").data().cardIdentifier());
    }

    /**
     * What the next call meets, whichever it is; several wait for their turn. A card that is removed is out then, a reader that
     * is gone is unplugged, and a time-out names the limit of the call that it meets.
     */
    public void next(CardFault fault) {
        device.next(Given.value(fault, "fault"));
    }

    @Override
    public CardBasicData readBasicData(Duration limit) {
        return reader.readBasicData(limit);
    }

    @Override
    public Map<CardItem, String> readCard(CardBasicData card, List<CardItem> items, Duration limit) {
        return reader.readCard(card, items, limit);
    }

    @Override
    public void verifyPin(CardBasicData card, Duration limit) {
        reader.verifyPin(card, limit);
    }

    @Override
    public CardSignature sign(CardBasicData card, byte[] data, CardPin pin, Duration limit) {
        return reader.sign(card, data, pin, limit);
    }

    @Override
    public SignatureCheck verify(byte[] data, CardSignature signature, Duration limit) {
        return reader.verify(data, signature, limit);
    }

    @Override
    public void close() {
        reader.close();
    }

    /** Nothing of anyone. */
    @Override
    public String toString() {
        return "SimulatedCardReader[]";
    }
}
