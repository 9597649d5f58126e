package io.tongban.province.profile;

import io.tongban.province.Capability;
import java.util.List;

/**
 * One transaction of the province's system.
 *
 * @param code how the province calls it
 * @param repeatable whether it may be sent twice, because the province answers the second as it answered the first
 * @param request the body that is sent
 * @param reply the body of a good answer
 * @param row one row of the answer's list; empty when it has none
 */
public record Transaction(
        String code, Capability capability, boolean repeatable, List<Slot> request, List<Slot> reply, List<Slot> row) {
    public Transaction {
        request = List.copyOf(request);
        reply = List.copyOf(reply);
        row = List.copyOf(row);
    }
}
