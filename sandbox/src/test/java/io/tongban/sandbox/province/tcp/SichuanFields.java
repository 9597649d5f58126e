package io.tongban.sandbox.province.tcp;

import static io.tongban.sandbox.province.tcp.TcpCaller.ascii;
import static io.tongban.sandbox.province.tcp.TcpCaller.text;

/** Bodies of requests for a worker of whom all is right. */
final class SichuanFields {
    private SichuanFields() {}

    static byte[][] register(String citizen, String name) {
        return new byte[][] {ascii(citizen), text(name, 40), ascii("13900000017"), ascii("1")};
    }

    static byte[][] withhold(String person, String citizen, String name, String period, long base, long amount) {
        return new byte[][] {
            ascii(person),
            ascii(citizen),
            text(name, 40),
            ascii("110"),
            ascii(period),
            ascii(String.format("%012d", base)),
            ascii(String.format("%012d", amount)),
            ascii("91350100M000100Y43")
        };
    }

    static byte[][] october(String person, String citizen, String name) {
        return withhold(person, citizen, name, "202610", 458_760, 91_752);
    }

    static byte[] inquire(String serial) {
        return ascii(serial + "2001");
    }
}
