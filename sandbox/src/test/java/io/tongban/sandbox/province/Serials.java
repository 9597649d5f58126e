package io.tongban.sandbox.province;

import java.util.concurrent.atomic.AtomicInteger;

/** Serials of 20 characters, each once. */
public final class Serials {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Serials() {}

    public static String next() {
        return String.format("TB20261123%010d", NEXT.incrementAndGet());
    }
}
