package io.tongban.gateway.trust.keys;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.signature.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gateway's keys as they were read, and what each is good for at an instant.
 *
 * @param entries oldest first; never empty once the gateway has started
 */
record KeyRing(List<Entry> entries) {
    static final KeyRing EMPTY = new KeyRing(List.of());

    KeyRing {
        entries = List.copyOf(entries);
    }

    /** A key that signs from an instant on, until the next one does. */
    record Entry(ECKey jwk, Signer signer, Instant activeFrom) {
        Entry(ECKey jwk, Instant activeFrom) {
            this(jwk, Signer.of(jwk), activeFrom);
        }

        String kid() {
            return jwk.getKeyID();
        }

        @Override
        public String toString() {
            return "Entry[" + kid() + ", " + activeFrom + "]";
        }
    }

    /** The newest key whose time has come; if none has, the oldest. */
    Entry signing(Instant now) {
        for (int i = entries.size() - 1; i > 0; i--) {
            if (!entries.get(i).activeFrom().isAfter(now)) {
                return entries.get(i);
            }
        }
        return entries.get(0);
    }

    /** Keys that sign now, will sign, or signed until less than the retention ago. */
    List<Entry> published(Instant now, Duration retention) {
        return entries.stream()
                .filter(entry -> retiresAt(entry, retention)
                        .filter(end -> end.isBefore(now))
                        .isEmpty())
                .toList();
    }

    /** When the key ceases to be published; empty for the newest. */
    Optional<Instant> retiresAt(Entry entry, Duration retention) {
        int next = entries.indexOf(entry) + 1;
        return next < entries.size()
                ? Optional.of(entries.get(next).activeFrom().plus(retention))
                : Optional.empty();
    }
}
