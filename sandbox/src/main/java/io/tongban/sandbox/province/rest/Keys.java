package io.tongban.sandbox.province.rest;

import io.tongban.sandbox.province.SimulatedProvince;
import java.util.Map;

/**
 * How a province signs, as its file says.
 *
 * @param today signs as the caller expects
 * @param next signs with the key that is to follow; the same where there is only a password
 * @param forCaller what the caller has to be told, by the names of the gateway's properties
 */
record Keys(Seal today, Seal next, Map<String, String> forCaller) {
    /** @throws IllegalArgumentException if the file has no such way to sign, or lacks a key for it */
    static Keys of(SimulatedProvince province) {
        return switch (province.option("signature", "")) {
            case "hmac-sm3" -> {
                Seal shared = new HmacSeal(province.password());
                yield new Keys(shared, shared, Map.of());
            }
            case "sm2" -> sm2(province);
            default -> throw new IllegalArgumentException("options.signature is hmac-sm3 or sm2");
        };
    }

    private static Keys sm2(SimulatedProvince province) {
        Sm2Key today = Sm2Key.of(province.option("privateKey", ""));
        Sm2Key next = Sm2Key.of(province.option("nextPrivateKey", ""));
        Sm2Key caller = Sm2Key.of(province.option("callerPrivateKey", ""));
        return new Keys(
                new Sm2Seal(today, caller),
                new Sm2Seal(next, caller),
                Map.of(
                        "private-key", caller.secretHex(),
                        "province-key", today.openHex(),
                        "province-key-next", next.openHex()));
    }
}
