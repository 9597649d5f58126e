package io.tongban.sandbox.farside;

import java.util.List;
import java.util.Map;

/** One running system of other make: where it listens, and what it has booked. */
interface FarSide extends AutoCloseable {
    /** TCP port on loopback. */
    int port();

    /** What else its profile has to be told: values of {@code tongban.province.CODE.NAME} by NAME, none of them secret. */
    Map<String, String> told();

    /** Its own book, in no particular order. */
    List<Booked> booked() throws Exception;

    @Override
    void close() throws Exception;
}
