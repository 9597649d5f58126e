package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signature base that a receiver computes of a message, to be shown to the engineer who signed it. It says nothing
 * about whether the signature holds.
 *
 * @param parameters of the one signature with the tag of this profile
 * @param base what its signer must have signed
 */
public record ReceivedBase(SignatureParameters parameters, SignatureBase base) {
    /** The component with whatever parameters it has, as bs, and its value; line ends stay as they are. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("^(\"authorization\"(?:;[^:\\r\\n]*)?: )([^\\r\\n]*)", Pattern.MULTILINE);

    private static final String DIGEST = "sha-256=:";

    /**
     * As the gateway computes it of a request.
     *
     * @throws SignatureRefusedException if the fields of the signature cannot be read, or name what the message has not
     */
    public static ReceivedBase ofRequest(RequestMessage message) {
        return of(message, Tags.REQUEST);
    }

    /**
     * As a partner computes it of an answer.
     *
     * @throws SignatureRefusedException as above
     */
    public static ReceivedBase ofResponse(ResponseMessage message) {
        return of(message, Tags.RESPONSE);
    }

    /**
     * As a partner computes it of a webhook.
     *
     * @throws SignatureRefusedException as above
     */
    public static ReceivedBase ofWebhook(RequestMessage message) {
        return of(message, Tags.WEBHOOK);
    }

    private static ReceivedBase of(HttpMessage message, String tag) {
        SignatureParameters parameters =
                ReceivedSignature.of(message.fields(), tag).parameters();
        return new ReceivedBase(parameters, SignatureBase.of(message, parameters));
    }

    /**
     * The base with the digest of each covered Authorization field in its place: whoever reads it learns no token, and
     * two of them still differ where the fields do.
     */
    public String withoutToken() {
        return withoutToken(base.text());
    }

    /** The same for a base that was computed elsewhere, which may have its digest already. */
    public static String withoutToken(String base) {
        return AUTHORIZATION
                .matcher(base)
                .replaceAll(line -> Matcher.quoteReplacement(line.group(1) + withoutTokenValue(line.group(2))));
    }

    private static String withoutTokenValue(String value) {
        return value.startsWith(DIGEST) ? value : ContentDigest.of(value.getBytes(UTF_8));
    }
}
