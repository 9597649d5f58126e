package io.tongban.sdk.examples;

import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyLookup;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A webhook endpoint in Spring MVC. */
@RestController
public class SpringWebhookController {
    /** As registered with the gateway; not rebuilt from the request, whose Host field anyone can write. */
    private final String url;

    private final KeyLookup keys;
    private final Clock clock;
    private final Consumer<WebhookEvent> handler;

    /**
     * @param keys {@code tongban.gatewayKeys()}, or a test's
     * @param handler does its work once for each event id, in one transaction with noting the id; what it throws has the
     *     event come again
     */
    public SpringWebhookController(String url, KeyLookup keys, Clock clock, Consumer<WebhookEvent> handler) {
        this.url = url;
        this.keys = keys;
        this.clock = clock;
        this.handler = handler;
    }

    /** The body as {@code byte[]}: what Jackson would make of it is not what was signed. */
    @PostMapping("/tongban")
    public ResponseEntity<Void> receive(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        headers.forEach(fields::put); // Spring 6 and 7
        WebhookEvent event = Webhooks.verify("POST", url, fields, body, keys, Webhooks.TOLERANCE, clock);
        if (event.type() != null) {
            handler.accept(event);
        }
        return ResponseEntity.noContent().build();
    }

    /** Everything else that is thrown becomes Spring's 500, and the event comes again. */
    @ExceptionHandler(UntrustedDocumentException.class)
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    public void notGenuine() {}
}
