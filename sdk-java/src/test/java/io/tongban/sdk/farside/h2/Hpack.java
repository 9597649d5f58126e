package io.tongban.sdk.farside.h2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Writes header blocks without table and Huffman code (RFC 7541, section 6.2.2); reading is nobody's need here. */
final class Hpack {
    private Hpack() {}

    static byte[] block(int status, Map<String, String> fields) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, ":status", String.valueOf(status));
        fields.forEach((name, value) -> literal(block, name.toLowerCase(), value));
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        string(block, name);
        string(block, value);
    }

    private static void string(ByteArrayOutputStream block, String text) {
        byte[] octets = text.getBytes(US_ASCII);
        if (octets.length < 127) {
            block.write(octets.length);
        } else {
            block.write(127);
            int rest = octets.length - 127;
            while (rest >= 128) {
                block.write(rest % 128 + 128);
                rest /= 128;
            }
            block.write(rest);
        }
        block.writeBytes(octets);
    }
}
