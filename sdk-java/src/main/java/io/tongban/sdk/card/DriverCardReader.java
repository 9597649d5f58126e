package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import io.tongban.sdk.card.CardFault.CardInvalid;
import io.tongban.sdk.card.CardFault.CardRemoved;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A reader over a maker's driver: bounds each call, reads what the driver says, and keeps to the card that was read. */
public final class DriverCardReader implements CardReader {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CardDriver driver;
    private final CardSlot slot;
    private final Clock clock;
    private final Predicate<? super CardBasicData> reportedLost;
    private final TimeBound bound;

    private DriverCardReader(Builder builder, TimeBound bound) {
        this.driver = builder.driver;
        this.slot = builder.slot;
        this.clock = builder.clock;
        this.reportedLost = builder.reportedLost;
        this.bound = bound;
    }

    /** @param driver is closed with the reader */
    public static Builder builder(CardDriver driver) {
        return new Builder(Given.value(driver, "driver"));
    }

    @Override
    public CardBasicData readBasicData(Duration limit) {
        return bound.within(limited(limit), stillWanted -> read());
    }

    @Override
    public Map<CardItem, String> readCard(CardBasicData card, List<CardItem> items, Duration limit) {
        CardBasicData meant = Given.value(card, "card");
        List<CardItem> asked = List.copyOf(Given.values(items, "items"));
        if (asked.isEmpty() || new HashSet<>(asked).size() < asked.size()) {
            throw new IllegalArgumentException("Ask for one item or more, each once");
        }
        return bound.within(limited(limit), stillWanted -> {
            mustBe(meant);
            stillWanted.run();
            return CardText.items(
                    asked,
                    ReturnCodes.done(driver.readCard(slot, CardText.cardInfo(meant), CardText.fileAddress(asked))));
        });
    }

    @Override
    public void verifyPin(CardBasicData card, Duration limit) {
        CardBasicData meant = Given.value(card, "card");
        var unused = bound.within(limited(limit), stillWanted -> {
            mustBe(meant);
            stillWanted.run();
            return ReturnCodes.done(driver.verifyPin(slot));
        });
    }

    @Override
    public CardSignature sign(CardBasicData card, byte[] data, CardPin pin, Duration limit) {
        CardBasicData meant = Given.value(card, "card");
        byte[] given = signable(data);
        CardPin handedOver = Given.value(pin, "pin");
        return bound.within(limited(limit), stillWanted -> {
            mustBe(meant);
            stillWanted.run();
            char[] digits = handedOver.digits();
            try {
                return signature(ReturnCodes.done(driver.signData(slot, given, digits)));
            } finally {
                Arrays.fill(digits, '0');
            }
        });
    }

    @Override
    public SignatureCheck verify(byte[] data, CardSignature signature, Duration limit) {
        byte[] given = signable(data);
        CardSignature claimed = Given.value(signature, "signature");
        return bound.within(limited(limit), stillWanted -> check(ReturnCodes.done(driver.verifySign(given, claimed))));
    }

    @Override
    public void close() {
        bound.end(driver::close);
    }

    private CardBasicData read() {
        CardBasicData card = CardText.basicData(ReturnCodes.done(driver.readCardBas(slot)));
        if (card.isExpired(LocalDate.now(clock.withZone(SHANGHAI)))) {
            throw new CardReaderException(new CardInvalid(CardDefect.EXPIRED));
        }
        if (reportedLost.test(card)) {
            throw new CardReaderException(new CardInvalid(CardDefect.REPORTED_LOST));
        }
        return card;
    }

    /** A worker who is served by the card of one and pays or signs with that of another is two workers. */
    private void mustBe(CardBasicData meant) {
        CardBasicData there = CardText.basicData(ReturnCodes.done(driver.readCardBas(slot)));
        if (!there.cardIdentifier().equals(meant.cardIdentifier())) {
            throw new CardReaderException(new CardRemoved());
        }
    }

    private static CardSignature signature(String out) {
        List<String> fields = CardText.fields(out);
        if (fields.size() != 3) {
            throw CardText.unreadable("a signature has 3 values");
        }
        try {
            return new CardSignature(
                    CardSignatureAlgorithm.valueOf(fields.get(0)),
                    Base64.getDecoder().decode(fields.get(1)),
                    Base64.getDecoder().decode(fields.get(2)));
        } catch (IllegalArgumentException notOfItsForm) {
            throw CardText.unreadable("a signature is not of its form");
        }
    }

    private static SignatureCheck check(String out) {
        try {
            return SignatureCheck.valueOf(CardText.clean(out));
        } catch (IllegalArgumentException notOfItsForm) {
            throw CardText.unreadable("whether a signature holds is not of its form");
        }
    }

    private static byte[] signable(byte[] data) {
        byte[] copy = Given.value(data, "data").clone();
        if (copy.length == 0 || copy.length > MOST_SIGNED) {
            throw new IllegalArgumentException("What is signed has 1 to " + MOST_SIGNED + " octets");
        }
        return copy;
    }

    private static Duration limited(Duration limit) {
        Duration given = Given.value(limit, "limit");
        if (given.isNegative() || given.isZero() || given.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException("A limit is more than nothing and at most " + LONGEST_LIMIT);
        }
        return given;
    }

    /** Where it looks; nothing of anyone. */
    @Override
    public String toString() {
        return "DriverCardReader[" + slot + "]";
    }

    /** Says how a driver is used. Not thread-safe. */
    public static final class Builder {
        private final CardDriver driver;
        private CardSlot slot = CardSlot.EITHER_CONTACT_FIRST;
        private Clock clock = Clock.systemUTC();
        private Predicate<? super CardBasicData> reportedLost = card -> false;

        private Builder(CardDriver driver) {
            this.driver = driver;
        }

        /** Where cards are looked for; in either place, unless this says otherwise. */
        public Builder slot(CardSlot where) {
            this.slot = Given.value(where, "where");
            return this;
        }

        /** Says which day it is, for cards that expire. */
        public Builder clock(Clock time) {
            this.clock = Given.value(time, "time");
            return this;
        }

        /**
         * Asked of each card that is read, within the limit of the call: no reader knows which cards were reported lost, the
         * issuer does. Without it none was.
         */
        public Builder reportedLost(Predicate<? super CardBasicData> list) {
            this.reportedLost = Given.value(list, "list");
            return this;
        }

        public DriverCardReader build() {
            return within(new DriverThread());
        }

        DriverCardReader within(TimeBound bound) {
            return new DriverCardReader(this, bound);
        }
    }
}
