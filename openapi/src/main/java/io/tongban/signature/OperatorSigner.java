package io.tongban.signature;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Signs with the key of one of a bank's operators. Thread-safe; the key may live in a token that they carry. */
public final class OperatorSigner {

    private final Signer signer;
    private final Clock clock;
    private final Supplier<String> nonces;

    public OperatorSigner(Signer signer, Clock clock) {
        this(signer, clock, Nonces::next);
    }

    OperatorSigner(Signer signer, Clock clock, Supplier<String> nonces) {
        this.signer = signer;
        this.clock = clock;
        this.nonces = nonces;
    }

    /** As the one who asks. */
    public OperatorSignature make(OperatorContent content) {
        return sign(OperatorSignature.Role.MAKER, content, List.of());
    }

    /**
     * As the one who answers for it beside: over the same content, and over the maker's signature.
     *
     * @param maker as it was kept
     */
    public OperatorSignature check(OperatorContent content, OperatorSignature maker) {
        return sign(OperatorSignature.Role.CHECKER, content, List.of(maker));
    }

    private OperatorSignature sign(
            OperatorSignature.Role role, OperatorContent content, List<OperatorSignature> before) {
        Map<String, String> fields = new ProfileSigner(signer, clock, nonces, role.tag(), role.label())
                .sign(OperatorSignature.message(content, before), CoveredComponents.ofOperator(role), Map.of());
        return new OperatorSignature(role, member(role, fields, "Signature-Input"), member(role, fields, "Signature"));
    }

    private static String member(OperatorSignature.Role role, Map<String, String> fields, String name) {
        return requireNonNull(fields.get(name)).substring(role.label().length() + 1);
    }
}
