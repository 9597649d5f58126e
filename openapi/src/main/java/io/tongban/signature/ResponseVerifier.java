package io.tongban.signature;

import java.time.Clock;
import java.time.Duration;

/** Verifies the gateway's responses, before anyone reads their status or body. Thread-safe. */
public final class ResponseVerifier {

    private final ProfileVerifier verifier;

    /**
     * @param tolerance how far the response's creation may lie from this clock, in either direction, in whole seconds
     */
    public ResponseVerifier(Clock clock, Duration tolerance) {
        this.verifier = new ProfileVerifier(clock, Tags.RESPONSE, new Freshness(tolerance, tolerance));
    }

    /**
     * Checks that the gateway gave this answer to this request.
     *
     * @param message with the request as it was sent, its Signature among the fields
     * @param body the raw octets received; empty for no body
     * @param keys the gateway's published keys
     * @return never throws for anything that a sender can put into a message
     */
    public Verification verify(ResponseMessage message, byte[] body, KeyLookup keys) {
        return verifier.verify(message, CoveredComponents.ofResponse(message, body), body, keys);
    }
}
