package io.tongban.province.dialect.rest;

import io.tongban.province.profile.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC (RFC 2104) with SM3, under a key that both sides know. */
final class HmacSm3 implements MessageSigner, MessageVerifier {
    private final byte[] key;

    HmacSm3(Secret key) {
        this.key = key.value().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String sign(byte[] message) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return HexFormat.of().formatHex(code);
    }

    @Override
    public boolean verifies(byte[] message, String signature) {
        return MessageDigest.isEqual(
                sign(message).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
