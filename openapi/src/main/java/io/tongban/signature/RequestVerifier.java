package io.tongban.signature;

import java.time.Clock;
import java.time.Duration;

/** Verifies requests at the gateway: signed at most 60 s ago and at most 5 s ahead. Thread-safe. */
public final class RequestVerifier {

    private static final Freshness FRESHNESS = new Freshness(Duration.ofSeconds(60), Duration.ofSeconds(5));

    private final ProfileVerifier verifier;

    public RequestVerifier(Clock clock) {
        this.verifier = new ProfileVerifier(clock, Tags.REQUEST, FRESHNESS);
    }

    /**
     * Checks everything but the nonce, which the caller accepts once.
     *
     * @param message with the target URI built from the public base URL
     * @param body the raw octets received; empty for no body
     * @param keys answers for the client whose token came with the request
     * @return never throws for anything that a sender can put into a message
     */
    public Verification verify(RequestMessage message, byte[] body, KeyLookup keys) {
        return verifier.verify(message, CoveredComponents.ofRequest(message, body), body, keys);
    }
}
