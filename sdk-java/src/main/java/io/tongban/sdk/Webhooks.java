package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.internal.json.Json;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.Verification;
import io.tongban.signature.WebhookVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what arrives at a webhook endpoint. */
public final class Webhooks {
    /** How old or how far ahead a webhook may be: five minutes. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final CallInfo CALL = CallInfo.local("webhook");

    private static final Logger LOG = LoggerFactory.getLogger("io.tongban.sdk");
    private static final AtomicLong LAST_LOGGED = new AtomicLong(Long.MIN_VALUE);

    private Webhooks() {}

    /**
     * Verifies a webhook and only then reads it; a pure function of its parameters. Webhooks come at least once and not
     * in order, so keep the ids of the events that you have handled.
     *
     * <p>Frameworks that append {@code ;charset=UTF-8} to the content type they hand out, take it away or write it in another
     * way do not matter: both forms are tried, too.
     *
     * @param method as received
     * @param url as registered with the gateway, not rebuilt from a Host field
     * @param headers by name, in whatever case
     * @param body the raw octets as received
     * @param keys the gateway's; {@link Tongban#gatewayKeys()} fetches them by itself
     * @param tolerance how far the time of signing may lie from the clock, either way
     * @return an event; its type is null if this version does not know it, then answer 2xx and leave it
     * @throws UntrustedDocumentException if the gateway did not sign it: answer 401 and do nothing; its detail says what
     *     differs, and is logged, at most once a second
     * @throws UnreadableAnswerException if it did, but not as an event that this version can read: answer 5xx, so that it
     *     comes again once the SDK is newer
     */
    public static WebhookEvent verify(
            String method,
            String url,
            Map<String, List<String>> headers,
            byte[] body,
            KeyLookup keys,
            Duration tolerance,
            Clock clock) {
        ReceivedWebhook webhook = new ReceivedWebhook(
                Given.value(method, "method"),
                Given.value(url, "url"),
                Given.value(headers, "headers"),
                Given.value(body, "body"));
        WebhookCheck check = new WebhookCheck(
                new WebhookVerifier(Given.value(clock, "clock"), Given.value(tolerance, "tolerance")),
                Given.value(keys, "keys"));
        if (check.of(webhook) instanceof Verification.Rejected rejected) {
            log(rejected, clock);
            throw new UntrustedDocumentException(CALL, rejected.reason(), rejected.detail());
        }
        return Json.read(body, WebhookEvent.class)
                .orElseThrow(() -> new UnreadableAnswerException(CALL, "its body is not an event"));
    }

    /** Anyone can send forgeries, as many as they like: not each is a line. */
    private static void log(Verification.Rejected rejected, Clock clock) {
        long now = clock.instant().getEpochSecond();
        if (LAST_LOGGED.getAndSet(now) != now) {
            LOG.warn("webhook not trusted: {}, {}", rejected.reason(), rejected.detail());
        }
    }
}
