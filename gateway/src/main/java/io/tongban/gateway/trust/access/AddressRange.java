package io.tongban.gateway.trust.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The addresses that begin with the same bits.
 *
 * @param family octets of an address: 4 or 16
 * @param length of the prefix, in bits
 * @param prefix these bits
 */
public record AddressRange(int family, int length, BigInteger prefix) {
    private static final int IPV6_OCTETS = 16;
    /** Whoever has one IPv6 address has a network of them, RFC 4291, section 2.5.4. */
    private static final int IPV6_NETWORK = 64;

    /** What counts as one caller. */
    public static AddressRange whole(InetAddress address) {
        byte[] octets = address.getAddress();
        return of(octets, octets.length == IPV6_OCTETS ? IPV6_NETWORK : octets.length * Byte.SIZE);
    }

    /** An address or a range such as {@code 10.0.0.0/8}; empty for a host's name, which would have to be looked up. */
    public static Optional<AddressRange> read(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            byte[] octets = InetAddress.getByName(parts[0]).getAddress();
            return Optional.of(of(octets, parts.length == 1 ? octets.length * Byte.SIZE : Integer.parseInt(parts[1])));
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("quarkus.http.proxy.trusted-proxies has no address at " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == family && of(octets, length).equals(this);
    }

    private static AddressRange of(byte[] octets, int length) {
        return new AddressRange(
                octets.length, length, new BigInteger(1, octets).shiftRight(octets.length * Byte.SIZE - length));
    }
}
