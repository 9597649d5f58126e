package io.tongban.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/** Tells addresses of the public internet from all others (IANA special-purpose registries, RFC 6890). */
final class PublicAddress {
    /** No one's host on the internet; 100.64/10 also holds a cloud's metadata service, as 169.254/16 does. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of4(0, 0, 0, 8),
            Block.of4(10, 0, 0, 8),
            Block.of4(100, 64, 0, 10),
            Block.of4(127, 0, 0, 8),
            Block.of4(169, 254, 0, 16),
            Block.of4(172, 16, 0, 12),
            Block.of4(192, 0, 0, 24),
            Block.of4(192, 0, 2, 24),
            Block.of4(192, 88, 99, 24),
            Block.of4(192, 168, 0, 16),
            Block.of4(198, 18, 0, 15),
            Block.of4(198, 51, 100, 24),
            Block.of4(203, 0, 113, 24),
            Block.of4(224, 0, 0, 3));

    /** Global unicast is 2000::/3; of it, these are for protocols, documentation, and tunnels that hide an IPv4 address. */
    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of6(0x2001, 0x0000, 23),
            Block.of6(0x2001, 0x0db8, 32),
            Block.of6(0x2002, 0x0000, 16),
            Block.of6(0x3fff, 0x0000, 20));

    private static final Block GLOBAL_UNICAST = Block.of6(0x2000, 0, 3);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        int front = Block.front(address.getAddress());
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(front));
        }
        return GLOBAL_UNICAST.holds(front) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(front));
    }

    /** A block whose prefix lies in the first 32 bits. */
    private record Block(int prefix, int length) {
        static Block of4(int first, int second, int third, int length) {
            return new Block((first << 24) | (second << 16) | (third << 8), length);
        }

        static Block of6(int first, int second, int length) {
            return new Block((first << 16) | second, length);
        }

        static int front(byte[] address) {
            return ByteBuffer.wrap(address).getInt();
        }

        boolean holds(int front) {
            return (front ^ prefix) >>> (32 - length) == 0;
        }
    }
}
