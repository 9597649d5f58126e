package io.tongban.signature;

import java.time.Clock;
import java.time.Duration;

/** Verifies webhooks at the partner's endpoint, before anyone parses the event. Thread-safe. */
public final class WebhookVerifier {

    private final ProfileVerifier verifier;

    /**
     * @param tolerance how far the webhook's creation may lie from this clock, in either direction, in whole seconds
     */
    public WebhookVerifier(Clock clock, Duration tolerance) {
        this.verifier = new ProfileVerifier(clock, Tags.WEBHOOK, new Freshness(tolerance, tolerance));
    }

    /**
     * Checks everything but the nonce, which the caller accepts once.
     *
     * @param message with the target URI as registered at the gateway
     * @param body the raw octets received
     * @param keys the gateway's published keys
     * @return never throws for anything that a sender can put into a message
     */
    public Verification verify(RequestMessage message, byte[] body, KeyLookup keys) {
        return verifier.verify(message, CoveredComponents.ofWebhook(), body, keys);
    }
}
