package io.tongban.sdk.card;

import io.tongban.sdk.card.CardFault.CardRemoved;
import io.tongban.sdk.card.CardFault.ReaderGone;
import io.tongban.sdk.card.CardFault.TimedOut;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A device without one: answers as drivers do, at once, and has happen what was scripted. Synchronized by itself. */
final class SimulatedDevice implements CardDriver, TimeBound {
    private final Deque<CardFault> script = new ArrayDeque<>();
    private final Set<SimulatedCard> seen = new LinkedHashSet<>();
    private @Nullable SimulatedCard card;
    private @Nullable String typed;
    private boolean isPluggedIn = true;
    private boolean isClosed;

    synchronized void insert(SimulatedCard inserted) {
        card = inserted;
        seen.add(inserted);
    }

    synchronized void remove() {
        card = null;
    }

    synchronized void pluggedIn(boolean is) {
        isPluggedIn = is;
    }

    /** @param pin null for whatever the card takes */
    synchronized void typed(@Nullable String pin) {
        typed = pin;
    }

    synchronized void next(CardFault fault) {
        script.add(fault);
    }

    @Override
    public synchronized <T> T within(Duration limit, Work<T> work) {
        if (isClosed) {
            throw new CardReaderException(new ReaderGone());
        }
        @Nullable CardFault scripted = script.poll();
        if (scripted != null) {
            throw new CardReaderException(happened(scripted, limit));
        }
        return work.done(() -> {});
    }

    private CardFault happened(CardFault fault, Duration limit) {
        if (fault instanceof CardRemoved) {
            remove();
        }
        if (fault instanceof ReaderGone) {
            pluggedIn(false);
        }
        return fault instanceof TimedOut ? new TimedOut(limit) : fault;
    }

    @Override
    public synchronized void end(Runnable last) {
        last.run();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }

    /** What every function finds out first; null if there is a card to talk to. */
    private @Nullable DriverAnswer missing() {
        if (!isPluggedIn) {
            return new DriverAnswer(-11, "读卡器连接错");
        }
        if (card == null) {
            return new DriverAnswer(-2, "无卡");
        }
        return card.isBlocked() ? new DriverAnswer(-27_265, "卡被锁定") : null;
    }

    private SimulatedCard card() {
        if (card == null) {
            throw new IllegalStateException("There is no card");
        }
        return card;
    }

    @Override
    public synchronized DriverAnswer readCardBas(CardSlot slot) {
        @Nullable DriverAnswer missing = missing();
        if (missing != null) {
            return missing;
        }
        CardBasicData data = card().data();
        return lines(
                data.issuingRegion(),
                data.socialSecurityNumber(),
                data.cardNumber(),
                data.cardIdentifier(),
                data.name(),
                data.resetInformation(),
                data.version() + "    ",
                CardText.day(data.issuedOn()),
                CardText.day(data.validTo()),
                data.terminalNumber(),
                data.terminalDevice());
    }

    private static DriverAnswer lines(String... values) {
        return new DriverAnswer(0, Stream.of(values).map(value -> value + "|").collect(Collectors.joining()));
    }

    @Override
    public synchronized DriverAnswer readCard(CardSlot slot, String cardInfo, String fileAddress) {
        @Nullable DriverAnswer missing = missing();
        if (missing != null) {
            return missing;
        }
        CardBasicData data = card().data();
        if (!cardInfo.equals(CardText.cardInfo(data))) {
            return new DriverAnswer(-22, "传入数据与卡内不符");
        }
        Map<String, String> values = card().items();
        String answer = Stream.of(fileAddress.split("(?<=[|])|(?=[|])"))
                .map(each -> values.getOrDefault(each, each))
                .collect(Collectors.joining());
        return new DriverAnswer(0, answer);
    }

    @Override
    public synchronized DriverAnswer verifyPin(CardSlot slot) {
        @Nullable DriverAnswer missing = missing();
        return missing != null ? missing : tried(typed == null ? card().pin() : typed);
    }

    private DriverAnswer tried(String pin) {
        if (!pin.matches("[0-9]{4,16}")) {
            return new DriverAnswer(-33, "输入密码长度错");
        }
        @Nullable Integer left = card().wrong(pin);
        if (left == null) {
            return new DriverAnswer(0, "");
        }
        return left == 0
                ? new DriverAnswer(-52, "PIN锁定")
                : new DriverAnswer(
                        -51, "PIN校验失败，剩余次数" + Integer.toString(left, 16).toUpperCase(Locale.ROOT) + "次");
    }

    @Override
    public synchronized DriverAnswer signData(CardSlot slot, byte[] data, char[] pin) {
        DriverAnswer allowed = pin.length == 0 ? verifyPin(slot) : given(new String(pin));
        if (allowed.code() != 0) {
            return allowed;
        }
        Base64.Encoder base64 = Base64.getEncoder();
        return lines(
                card().algorithm().name(),
                base64.encodeToString(card().certificate()),
                base64.encodeToString(card().signed(data)));
    }

    private DriverAnswer given(String pin) {
        @Nullable DriverAnswer missing = missing();
        return missing != null ? missing : tried(pin);
    }

    @Override
    public synchronized DriverAnswer verifySign(byte[] data, CardSignature signature) {
        if (!isPluggedIn) {
            return new DriverAnswer(-11, "读卡器连接错");
        }
        return seen.stream()
                .filter(each -> Arrays.equals(each.certificate(), signature.certificate()))
                .findFirst()
                .map(signer -> signer.algorithm() == signature.algorithm() && signer.hasSigned(data, signature.value()))
                .map(holds -> holds ? SignatureCheck.HOLDS : SignatureCheck.DOES_NOT_HOLD)
                .or(() -> Optional.of(SignatureCheck.CERTIFICATE_NOT_TRUSTED))
                .map(check -> new DriverAnswer(0, check.name()))
                .orElseThrow();
    }
}
