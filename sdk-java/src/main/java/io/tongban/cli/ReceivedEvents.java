package io.tongban.cli;

import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Verifies what arrives, tells it, and knows what was told before. */
final class ReceivedEvents {
    private static final int REMEMBERED = 10_000;

    private final Console console;
    private final KeyLookup keys;
    private final String url;
    private final CountDownLatch wanted;
    private final Map<String, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param count after how many events to end; 0 for never */
    ReceivedEvents(Console console, KeyLookup keys, String url, int count) {
        this.console = console;
        this.keys = keys;
        this.url = url;
        this.wanted = new CountDownLatch(count <= 0 ? Integer.MAX_VALUE : count);
    }

    /** @return the status to answer with */
    synchronized int receive(String method, Map<String, List<String>> fields, byte[] body) {
        try {
            WebhookEvent event = Webhooks.verify(method, url, fields, body, keys, Webhooks.TOLERANCE, console.clock());
            tell(event.id(), body);
            return 204;
        } catch (UntrustedDocumentException refused) {
            console.remark("refused: " + refused.reason().code() + ": " + refused.detail());
            return 401;
        } catch (UnreadableAnswerException newer) {
            console.remark("signed by the gateway, but not an event that this version can read");
            return 500;
        }
    }

    /** An event comes at least once, and is told once. */
    private void tell(String id, byte[] body) {
        if (told.put(id, true) != null) {
            console.remark("again: " + id);
            return;
        }
        console.result(JsonText.pretty(body));
        wanted.countDown();
    }

    void await() throws InterruptedException {
        wanted.await();
    }
}
