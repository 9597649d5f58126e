package io.tongban.province.profile;

import java.util.List;

/**
 * What stands before the body in every request and every reply.
 *
 * @param soapHeader what stands in the header of a request's SOAP envelope; empty where there is none
 */
public record Heads(List<Slot> request, List<Slot> reply, List<Slot> soapHeader) {
    public Heads {
        request = List.copyOf(request);
        reply = List.copyOf(reply);
        soapHeader = List.copyOf(soapHeader);
    }
}
