package io.tongban.gateway.edge.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.Headers;
import io.tongban.gateway.edge.scenario.Scenarios;
import io.tongban.gateway.trust.requestlog.RequestLine;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.signature.ContentDigest;
import io.tongban.signature.MessageFields;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what a request is known again, without keeping anything of what it says. */
final class RequestMarks {
    /** As scenarios are named; anything else a sender may have put there is not kept. */
    private static final Pattern SCENARIO = Pattern.compile("[a-z]{1,20}(-[a-z]{1,20}){0,5}");

    private RequestMarks() {}

    static RequestLine.@Nullable Marks of(RoutingContext context) {
        @Nullable String met = Scenarios.metIn(context).orElse(null);
        return ReceivedRequest.in(context).map(request -> of(request, met)).orElse(null);
    }

    private static RequestLine.Marks of(ReceivedRequest request, @Nullable String met) {
        MessageFields fields = request.message().fields();
        String asked = String.join(",", fields.values(Headers.SCENARIO)).strip();
        List<String> keys = fields.values(Headers.IDEMPOTENCY_KEY);
        String same = String.join("\n", request.message().method(), request.target(), ContentDigest.of(request.body()));
        return new RequestLine.Marks(
                SCENARIO.matcher(asked).matches() ? asked : null,
                met,
                ContentDigest.of(same.getBytes(UTF_8)),
                keys.isEmpty() ? null : ContentDigest.of(String.join(",", keys).getBytes(UTF_8)));
    }
}
