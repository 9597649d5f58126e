package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.SimulatedProvince;
import java.util.List;

/**
 * What the queues of a province are called, by its file's options; usually {@code SI.HA.REQ} and so on, after the prefix
 * of its transaction codes.
 *
 * @param aside where the caller puts what it cannot read
 */
record Queues(String request, String reply, String aside) {
    static Queues of(SimulatedProvince province) {
        String stem = "SI." + prefix(province) + ".";
        String reply = province.option("replyQueue", stem + "REP");
        return new Queues(
                province.option("requestQueue", stem + "REQ"), reply, province.option("asideQueue", reply + ".ASIDE"));
    }

    /** What the province's transaction codes begin with. */
    static String prefix(SimulatedProvince province) {
        return province.option("prefix", "HA");
    }

    List<String> all() {
        return List.of(request, reply, aside);
    }
}
