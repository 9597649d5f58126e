package io.tongban.province.dialect.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tongban.province.Words;
import java.util.Arrays;

/** How a length is written, in however many octets. */
enum LengthForm {
    /** Digits of the profile's charset. */
    DIGITS(10, 1),
    /** The highest octet first. */
    BINARY(256, 1),
    /** The lowest octet first. */
    LITTLE_ENDIAN(256, 1),
    /** Two digits an octet. */
    BCD(10, 2);

    static final long NONE = -1;

    private final int base;
    private final int perOctet;

    LengthForm(int base, int perOctet) {
        this.base = base;
        this.perOctet = perOctet;
    }

    static LengthForm of(String word) {
        return Arrays.stream(values())
                .filter(form -> Words.of(form).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form of a length: " + word));
    }

    /** The greatest number that so many octets hold. */
    int most(int octets) {
        return (int) Math.min(Integer.MAX_VALUE, Math.pow(base, octets * perOctet) - 1);
    }

    /** @param zero the octet of the digit 0 in the charset */
    byte[] write(long number, int octets, byte zero) {
        byte[] written = new byte[octets];
        long rest = number;
        for (int i = 0; i < octets; i++) {
            int place = this == LITTLE_ENDIAN ? i : octets - 1 - i;
            long unit = (long) Math.pow(base, perOctet);
            long part = rest % unit;
            written[place] = (byte)
                    switch (this) {
                        case DIGITS -> zero + part;
                        case BCD -> part / 10 * 16 + part % 10;
                        default -> part;
                    };
            rest /= unit;
        }
        return written;
    }

    long read(byte[] octets, byte zero) {
        return read(Unpooled.wrappedBuffer(octets), 0, octets.length, zero);
    }

    /** The number in so many octets from {@code at}; NONE as soon as one of them belongs to no number. */
    long read(ByteBuf in, int at, int octets, byte zero) {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            int octet = in.getUnsignedByte(this == LITTLE_ENDIAN ? at + octets - 1 - i : at + i);
            int part = switch (this) {
                case DIGITS -> octet - (zero & 0xFF);
                case BCD -> (octet >> 4) > 9 || (octet & 15) > 9 ? -1 : (octet >> 4) * 10 + (octet & 15);
                default -> octet;
            };
            if (part < 0 || part >= Math.pow(base, perOctet)) {
                return NONE;
            }
            // No length is longer than an int; what is, is far beyond any bound.
            number = Math.min(number * (long) Math.pow(base, perOctet) + part, Integer.MAX_VALUE);
        }
        return number;
    }
}
