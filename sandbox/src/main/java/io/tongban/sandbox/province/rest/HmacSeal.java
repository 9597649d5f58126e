package io.tongban.sandbox.province.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** HMAC with SM3, put together here from the digest: inner and outer pad of 64 bytes, as RFC 2104 has it. */
final class HmacSeal implements Seal {
    private static final int BLOCK = 64;

    private final byte[] key;

    HmacSeal(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        key = Arrays.copyOf(bytes.length > BLOCK ? sm3(bytes) : bytes, BLOCK);
    }

    @Override
    public String sign(String text) {
        byte[] inner = sm3(padded(0x36), text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sm3(padded(0x5c), inner));
    }

    @Override
    public boolean isCallers(String text, String sign) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), sign.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] padded(int pad) {
        byte[] block = key.clone();
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
