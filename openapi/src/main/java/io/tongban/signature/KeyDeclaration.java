package io.tongban.signature;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a JWK says that it is for (RFC 7517, sections 4.2 to 4.4); where it says nothing, it may sign. */
final class KeyDeclaration {

    private KeyDeclaration() {}

    /** @throws IllegalArgumentException if the key is meant for something else than signatures of this scheme */
    static void requireForSignatures(JWK key, KeyScheme scheme) {
        @Nullable KeyUse use = key.getKeyUse();
        if (use != null && !use.equals(KeyUse.SIGNATURE)) {
            throw new IllegalArgumentException(
                    use.equals(KeyUse.ENCRYPTION)
                            ? "A key for encryption does not sign: use must be sig"
                            : "A key's use must be sig");
        }
        requireOperations(key);
        @Nullable Algorithm algorithm = key.getAlgorithm();
        if (algorithm != null && !scheme.jwsAlgorithms().contains(algorithm.getName())) {
            throw new IllegalArgumentException("A key of this kind has the alg "
                    + String.join(
                            " or ", scheme.jwsAlgorithms().stream().sorted().toList()) + ", or none");
        }
    }

    private static void requireOperations(JWK key) {
        @Nullable Set<KeyOperation> operations = key.getKeyOperations();
        if (operations == null) {
            return;
        }
        KeyOperation needed = key.isPrivate() ? KeyOperation.SIGN : KeyOperation.VERIFY;
        if (!operations.contains(needed)) {
            throw new IllegalArgumentException("A key's key_ops must hold " + needed.identifier());
        }
        Set<KeyOperation> allowed =
                key.isPrivate() ? Set.of(KeyOperation.SIGN, KeyOperation.VERIFY) : Set.of(KeyOperation.VERIFY);
        if (!allowed.containsAll(operations)) {
            throw new IllegalArgumentException("A key's key_ops must hold nothing besides " + needed.identifier());
        }
    }
}
