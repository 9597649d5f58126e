package io.tongban.sandbox.province.queue;

import io.tongban.sandbox.province.SimulatedProvince;
import java.util.Collections;
import java.util.List;

/**
 * What the queues of a province are called, by options {@code request-queue}, {@code reply-queue} and {@code aside-queue}
 * of its file; usually as Henan has it. No two provinces of a broker may share one.
 *
 * @param aside where the caller puts what it cannot read
 */
record Queues(String request, String reply, String aside) {
    static Queues of(SimulatedProvince province) {
        String reply = province.option("reply-queue", "SI.HA.REP");
        return new Queues(
                province.option("request-queue", "SI.HA.REQ"), reply, province.option("aside-queue", reply + ".ASIDE"));
    }

    List<String> all() {
        return List.of(request, reply, aside);
    }

    boolean meets(Queues other) {
        return !Collections.disjoint(all(), other.all());
    }
}
