package io.tongban.sdk;

import io.tongban.signature.KeyLookup;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verification;
import io.tongban.signature.Verification.Rejected;
import io.tongban.signature.Verification.Verified;
import io.tongban.signature.WebhookVerifier;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies a webhook as it arrived; if the signature does not fit, finds out which covered field was changed on the way. */
record WebhookCheck(WebhookVerifier verifier, KeyLookup keys) {
    /** What servlet frameworks (Spring among them) append to a content type, or write in a way of their own. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("(?i)([^;]*[^;\\s])(?:\\s*;\\s*charset=\"?utf-8\"?)?\\s*");

    private static final String JSON = "application/json";
    private static final String CHARSET = ";charset=UTF-8";

    Verification of(ReceivedWebhook webhook) {
        Verification asArrived = verified(webhook);
        if (!(asArrived instanceof Rejected rejected) || rejected.reason() != SignatureFailure.INVALID) {
            return asArrived;
        }
        // Safe: two more candidates, which have to verify to the last octet like any other.
        Matcher arrived = MEDIA_TYPE.matcher(webhook.contentType().orElse(""));
        if (arrived.matches()) {
            for (String sent : List.of(arrived.group(1) + CHARSET, arrived.group(1))) {
                if (verified(webhook.withContentType(sent)) instanceof Verified verified) {
                    return verified;
                }
            }
        }
        return new Rejected(SignatureFailure.INVALID, difference(webhook));
    }

    private String difference(ReceivedWebhook webhook) {
        if (fits(webhook.withContentType(JSON)) || fits(webhook.withContentType(JSON + CHARSET))) {
            return "content-type differs: it was signed as " + JSON + " and changed on the way";
        }
        if (fits(webhook.withMethod("POST"))) {
            return "@method differs: it was signed as POST";
        }
        String url = webhook.url();
        if (fits(webhook.withUrl(url.endsWith("/") ? url.substring(0, url.length() - 1) : url + "/"))) {
            return "@target-uri differs by a slash at the end: give the URL exactly as it was registered";
        }
        return "no single change explains it: compare the URL given here with the registered one (@target-uri), and"
                + " Content-Type and the raw body with what was sent";
    }

    private boolean fits(ReceivedWebhook changed) {
        return verified(changed) instanceof Verified;
    }

    private Verification verified(ReceivedWebhook webhook) {
        return verifier.verify(webhook.message(), webhook.body(), keys);
    }
}
