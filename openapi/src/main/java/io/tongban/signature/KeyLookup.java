package io.tongban.signature;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the key that a signature names. Called at most once for a verification, after all cheap checks. */
@FunctionalInterface
public interface KeyLookup {

    /** Answers for a keyid as received: 1 to 256 printable ASCII characters, chosen by the sender. */
    KeyAnswer find(String keyid);

    /** Looks into a fixed set of keys, of which none is foreign. */
    static KeyLookup in(Map<String, Verifier> verifiers) {
        Map<String, Verifier> known = Map.copyOf(verifiers);
        return keyid -> {
            @Nullable Verifier verifier = known.get(keyid);
            return verifier == null ? new KeyAnswer.Unknown() : new KeyAnswer.Found(verifier);
        };
    }
}
