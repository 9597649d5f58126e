package io.tongban.sdk.farside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseSigner;
import io.tongban.signature.Signer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signs replies, and forges them in the ways that a test asks for. */
final class ReplySigner {
    private final ECKey key;
    private final Clock clock;

    ReplySigner(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    static byte[] body(Reply reply) {
        return reply.forgery() == Forgery.BODY_ALTERED
                ? new String(reply.body(), UTF_8).replace("110200", "110201").getBytes(UTF_8)
                : reply.body();
    }

    static int status(Reply reply) {
        return reply.forgery() == Forgery.STATUS_ALTERED ? 200 : reply.status();
    }

    Map<String, String> fields(Reply reply, RequestMessage request) {
        Map<String, String> fields = new TreeMap<>(reply.fields());
        if (reply.forgery() == Forgery.UNSIGNED) {
            return fields;
        }
        MessageFields known = MessageFields.builder().addAll(fields).build();
        ResponseMessage message = new ResponseMessage(reply.status(), known, asked(reply, request));
        Clock when = reply.forgery() == Forgery.SIGNED_AN_HOUR_AGO ? Clock.offset(clock, Duration.ofHours(-1)) : clock;
        fields.putAll(new ResponseSigner(Signer.of(key(reply)), when).sign(message, reply.body()));
        if (reply.forgery() == Forgery.DIGEST_REMOVED) {
            fields.remove("Content-Digest");
        }
        return fields;
    }

    private ECKey key(Reply reply) {
        return switch (reply.forgery()) {
            case UNKNOWN_KEY -> Keys.p256("nobody");
            case FOREIGN_KEY_UNDER_OUR_KEYID -> Keys.p256(key.getKeyID());
            default -> key;
        };
    }

    private static RequestMessage asked(Reply reply, RequestMessage request) {
        return switch (reply.forgery()) {
            case SIGNED_FOR_ANOTHER_TARGET ->
                new RequestMessage(request.method(), request.targetUri() + "0", request.fields());
            case SIGNED_FOR_ANOTHER_REQUEST -> {
                Map<String, List<String>> other = new TreeMap<>(request.fields().lines());
                other.put("signature", List.of("sig=:AAAA:"));
                yield new RequestMessage(request.method(), request.targetUri(), MessageFields.of(other));
            }
            default -> request;
        };
    }
}
