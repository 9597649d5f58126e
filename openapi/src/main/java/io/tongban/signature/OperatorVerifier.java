package io.tongban.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Verifies what a bank's operators signed. Thread-safe. */
public final class OperatorVerifier {

    private static final Freshness FRESHNESS = new Freshness(Duration.ofSeconds(60), Duration.ofSeconds(5));
    private static final Freshness EVER = new Freshness(Duration.ZERO, Duration.ZERO);

    private final Clock clock;

    public OperatorVerifier(Clock clock) {
        this.clock = clock;
    }

    /**
     * Verifies one of them on a request that is being asked for: signed at most 60 s ago and at most 5 s ahead.
     *
     * @param body the octets received, against which the digest is recomputed
     * @return never throws for anything that a sender can put into a message
     */
    public Verification verify(OperatorSignature.Role role, RequestMessage message, byte[] body, KeyLookup keys) {
        return new ProfileVerifier(clock, role, FRESHNESS)
                .verify(message, CoveredComponents.ofOperator(role), body, keys);
    }

    /**
     * Verifies one of them on a request that was kept, however long ago, with nothing but the keys.
     *
     * @param signatures the maker's, and the checker's if that is asked for
     */
    public static Verification kept(
            OperatorSignature.Role role,
            OperatorContent content,
            byte[] body,
            List<OperatorSignature> signatures,
            KeyLookup keys) {
        OperatorSignature asked = signatures.stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElse(null);
        if (asked == null) {
            return new Verification.Rejected(SignatureFailure.MISSING, "There is no signature of the " + role.label());
        }
        Clock then = Clock.fixed(asked.created(), ZoneOffset.UTC);
        return new ProfileVerifier(then, role, EVER)
                .verify(OperatorSignature.message(content, signatures), CoveredComponents.ofOperator(role), body, keys);
    }
}
