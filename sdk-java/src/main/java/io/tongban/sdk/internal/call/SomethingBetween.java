package io.tongban.sdk.internal.call;

import io.tongban.sdk.transport.TransportResponse;
import java.time.Instant;
import java.util.Set;

/**
 * Load balancers and proxies answer in the gateway's place when they do not reach it or find it too slow, and sign
 * nothing. Such an answer says nothing of the request: it counts as none, is never believed, and the call is tried again.
 * One that bears a signature, however wrong, is not of this kind.
 */
final class SomethingBetween {
    /** Time-out, too many, and the three of gateways: RFC 9110, section 15, and RFC 6585, section 4. */
    private static final Set<Integer> STATUSES = Set.of(408, 429, 502, 503, 504);

    private SomethingBetween() {}

    static boolean answered(TransportResponse answer) {
        return STATUSES.contains(answer.status())
                && answer.fields().keySet().stream()
                        .noneMatch(
                                name -> name.equalsIgnoreCase("Signature") || name.equalsIgnoreCase("Signature-Input"));
    }

    static <T> Attempt<T> attempt(TransportResponse answer, Instant now) {
        return new Attempt.NoAnswer<>(
                "status " + answer.status() + " without a signature, so not the gateway's",
                false,
                null,
                RetryAfter.of(answer.fields(), now).orElse(null),
                AnswerReader.raw(answer));
    }
}
