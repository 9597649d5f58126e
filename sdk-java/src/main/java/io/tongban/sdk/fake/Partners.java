package io.tongban.sdk.fake;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.signature.PublicJwk;
import io.tongban.signature.Verifier;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The partner register: who may call, and with which keys. */
final class Partners {
    private static final int MOST_KEYS = 10;

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Clock clock;

    Partners(Clock clock) {
        this.clock = clock;
    }

    /** @param keys by key id */
    private record Entry(Partner partner, Map<String, Key> keys) {}

    private record Key(JWK jwk, Verifier verifier) {}

    Partner register(
            String clientId, String name, PartnerKind kind, @Nullable String creditCode, Map<String, Object> jwks) {
        if (entries.containsKey(clientId)) {
            throw Refused.with(ProblemType.PARTNER_EXISTS);
        }
        Map<String, Key> keys = keys(jwks);
        Partner partner = new Partner(
                clientId, name, kind, creditCode, PartnerState.ACTIVE, List.copyOf(keys.keySet()), clock.instant(), 1);
        entries.put(clientId, new Entry(partner, keys));
        return partner;
    }

    /** @param kid of the key that signs, which has to stay as it is */
    Partner replaceOwnKeys(String clientId, Map<String, Object> jwks, String kid) {
        Key signing = Optional.ofNullable(entry(clientId).keys().get(kid)).orElseThrow();
        Key kept = keys(jwks).get(kid);
        if (kept == null || !kept.jwk().equals(signing.jwk())) {
            throw Refused.at(ProblemType.AGENCY_SIGNING_KEY_REMOVED, "/jwks");
        }
        return replaceKeys(clientId, jwks);
    }

    Partner replaceKeys(String clientId, Map<String, Object> jwks) {
        Map<String, Key> keys = keys(jwks);
        return put(clientId, entry(clientId).partner().state(), keys);
    }

    /** @param by who asks */
    Partner change(String clientId, PartnerState state, String by) {
        Entry entry = entry(clientId);
        if (state == PartnerState.SUSPENDED && clientId.equals(by)) {
            throw Refused.with(ProblemType.AGENCY_SELF_SUSPENSION);
        }
        return put(clientId, state, entry.keys());
    }

    private Partner put(String clientId, PartnerState state, Map<String, Key> keys) {
        Partner before = entry(clientId).partner();
        Partner partner = new Partner(
                clientId,
                before.name(),
                before.kind(),
                before.creditCode(),
                state,
                List.copyOf(keys.keySet()),
                before.createdAt(),
                before.revision() + 1);
        entries.put(clientId, new Entry(partner, keys));
        return partner;
    }

    boolean has(String clientId) {
        return entries.containsKey(clientId);
    }

    Partner read(String clientId) {
        return entry(clientId).partner();
    }

    List<Partner> list() {
        return entries.values().stream().map(Entry::partner).toList();
    }

    Optional<Verifier> key(String clientId, String keyId) {
        return Optional.ofNullable(entries.get(clientId))
                .map(entry -> entry.keys().get(keyId))
                .map(Key::verifier);
    }

    private Entry entry(String clientId) {
        return Optional.ofNullable(entries.get(clientId)).orElseThrow(() -> Refused.with(ProblemType.NOT_FOUND));
    }

    private static Map<String, Key> keys(Map<String, Object> jwks) {
        if (!(jwks.get("keys") instanceof List<?> list) || list.isEmpty() || list.size() > MOST_KEYS) {
            throw Refused.at(ProblemType.KEYS_INVALID, "/jwks");
        }
        Map<String, Key> keys = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list) {
            JWK key = key(each);
            if (key.getKeyID() == null || !seen.add(key.getKeyID())) {
                throw Refused.at(ProblemType.KEYS_INVALID, "/jwks");
            }
            keys.put(key.getKeyID(), new Key(key, Verifier.of(key)));
        }
        return keys;
    }

    private static JWK key(Object published) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (published instanceof Map<?, ?> object) {
            object.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        try {
            return PublicJwk.parse(members);
        } catch (IllegalArgumentException unfit) {
            throw Refused.at(ProblemType.KEYS_INVALID, "/jwks");
        }
    }
}
