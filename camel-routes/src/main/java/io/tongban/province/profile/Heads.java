package io.tongban.province.profile;

import java.util.List;

/** What stands before the body in every request and every reply. */
public record Heads(List<Slot> request, List<Slot> reply) {
    public Heads {
        request = List.copyOf(request);
        reply = List.copyOf(reply);
    }
}
