package io.tongban.sdk.card;

import java.util.ArrayList;
import java.util.List;

/** Says what the test tells it to, whichever function is called, and remembers which were. */
class ScriptedDriver implements CardDriver {
    final List<String> called = new ArrayList<>();
    volatile char[] pin = {};
    volatile DriverAnswer basicData =
            new DriverAnswer(0, CardLines.of(SimulatedCard.madeUp().data()));
    volatile DriverAnswer other = new DriverAnswer(0, "");

    private synchronized DriverAnswer said(String function, DriverAnswer answer) {
        called.add(function);
        return answer;
    }

    @Override
    public DriverAnswer readCardBas(CardSlot slot) {
        return said("readCardBas " + slot.code(), basicData);
    }

    @Override
    public DriverAnswer readCard(CardSlot slot, String cardInfo, String fileAddress) {
        return said("readCard " + slot.code() + " " + fileAddress, other);
    }

    @Override
    public DriverAnswer verifyPin(CardSlot slot) {
        return said("verifyPin", other);
    }

    @Override
    public DriverAnswer signData(CardSlot slot, byte[] data, char[] pin) {
        this.pin = pin;
        return said("signData " + new String(pin), other);
    }

    @Override
    public DriverAnswer verifySign(byte[] data, CardSignature signature) {
        return said("verifySign", other);
    }

    @Override
    public void close() {
        called.add("close");
    }
}
