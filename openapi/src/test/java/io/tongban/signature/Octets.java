package io.tongban.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Encodings that the vectors need and the library does not. */
final class Octets {

    private Octets() {}

    static String base64(ByteBuffer octets) {
        return US_ASCII.decode(Base64.getEncoder().encode(octets.duplicate())).toString();
    }

    static String sha512Field(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(body);
            return "sha-512=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
