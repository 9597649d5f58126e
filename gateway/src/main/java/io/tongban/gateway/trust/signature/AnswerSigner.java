package io.tongban.gateway.trust.signature;

import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.signature.MessageFields;
import io.tongban.signature.ResponseMessage;
import io.tongban.signature.ResponseSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs what the gateway answers, bound to the request that it answers. */
@ApplicationScoped
public class AnswerSigner {
    private final GatewayKeys keys;
    private final Clock clock;

    @Inject
    public AnswerSigner(GatewayKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Signs an answer with the key now in force.
     *
     * @param mediaType the Content-Type field exactly as it will be sent; null without a body
     * @param body the octets that will be sent; empty for no body
     * @return the fields to set: Content-Digest with a body, Signature-Input, Signature
     */
    public Map<String, String> sign(ReceivedRequest request, int status, @Nullable String mediaType, byte[] body) {
        MessageFields fields = mediaType == null
                ? MessageFields.none()
                : MessageFields.builder().add("Content-Type", mediaType).build();
        return new ResponseSigner(keys.signer(), clock)
                .sign(new ResponseMessage(status, fields, request.message()), body);
    }
}
