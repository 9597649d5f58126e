package io.tongban.gateway.webhook;

import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.Signer;
import io.tongban.signature.WebhookSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes one signed POST and says in a word what came of it. Follows no redirect and reads no answer. */
final class WebhookSender {
    static final String DELIVERED = "delivered";

    /**
     * With the charset, although JSON has but one (RFC 8259, section 11): Spring's requests and its MockMvc append it
     * where it is missing, in this very spelling, and leave it alone where it is; the field is covered by the signature.
     */
    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    private final TargetRules rules;
    private final Supplier<Signer> signer;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient client;

    WebhookSender(TargetRules rules, Supplier<Signer> signer, Clock clock, WebhookConfig config) {
        this.rules = rules;
        this.signer = signer;
        this.clock = clock;
        this.timeout = config.callTimeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /** {@link #DELIVERED}, {@code status-4xx} and the like, {@code timeout}, {@code connection} or {@code refused-target}. */
    String send(URI registered, byte[] body) {
        // Once more for endpoints that were registered before that was done there.
        URI url = NormalUrl.of(registered);
        if (rules.refusal(url).isPresent()) {
            return "refused-target";
        }
        CompletableFuture<HttpResponse<@Nullable Void>> answer =
                client.sendAsync(signed(url, body), head -> new BoundedDiscard());
        try {
            return word(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return "timeout";
        } catch (ExecutionException e) {
            return e.getCause() instanceof HttpTimeoutException ? "timeout" : "connection";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            // Also ends the exchange when its answer is still dripping in.
            answer.cancel(true);
        }
    }

    private HttpRequest signed(URI url, byte[] body) {
        MessageFields fields =
                MessageFields.builder().add("Content-Type", CONTENT_TYPE).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", CONTENT_TYPE)
                .header("User-Agent", "Tongban")
                .POST(BodyPublishers.ofByteArray(body));
        new WebhookSigner(signer.get(), clock)
                .sign(new RequestMessage("POST", url.toString(), fields), body)
                .forEach(request::header);
        return request.build();
    }

    private static String word(int status) {
        return status / 100 == 2 ? DELIVERED : "status-" + status / 100 + "xx";
    }
}
