package io.tongban.sdk;

import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.json.Json;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.Verification;
import io.tongban.signature.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads what arrives at a webhook endpoint. */
public final class Webhooks {
    /** How old or how far ahead a webhook may be: five minutes. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final CallInfo CALL = CallInfo.local("webhook");

    private Webhooks() {}

    /**
     * Verifies a webhook and only then reads it; a pure function of its parameters. Webhooks come at least once and not
     * in order, so keep the ids of the events that you have handled.
     *
     * @param method as received
     * @param url as registered with the gateway, not rebuilt from a Host field
     * @param headers by name, in whatever case
     * @param body the raw octets as received
     * @param keys the gateway's; {@link Tongban#gatewayKeys()} fetches them by itself
     * @param tolerance how far the time of signing may lie from the clock, either way
     * @return an event; its type is null if this version does not know it, then answer 2xx and leave it
     * @throws UntrustedDocumentException if the gateway did not sign it: answer 401 and do nothing
     * @throws UnreadableAnswerException if it did, but not as an event
     */
    public static WebhookEvent verify(
            String method,
            String url,
            Map<String, List<String>> headers,
            byte[] body,
            KeyLookup keys,
            Duration tolerance,
            Clock clock) {
        RequestMessage message = new RequestMessage(method, url, MessageFields.of(headers));
        Verification verification = new WebhookVerifier(clock, tolerance).verify(message, body, keys);
        if (verification instanceof Verification.Rejected rejected) {
            throw new UntrustedDocumentException(CALL, rejected.reason());
        }
        return Json.read(body, WebhookEvent.class)
                .orElseThrow(() -> new UnreadableAnswerException(CALL, "its body is not an event"));
    }
}
