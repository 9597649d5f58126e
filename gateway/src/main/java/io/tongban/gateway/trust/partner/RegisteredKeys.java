package io.tongban.gateway.trust.partner;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.signature.Verifier;
import java.util.Map;
import java.util.function.Function;

/** A partner with its keys made ready to verify, as the cache holds it. */
record RegisteredKeys(PartnerAccount partner, Map<String, Verifier> verifiers) {
    static RegisteredKeys of(PartnerAccount partner, Function<JWK, Verifier> verifiers) {
        return new RegisteredKeys(
                partner, partner.keys().getKeys().stream().collect(toUnmodifiableMap(JWK::getKeyID, verifiers)));
    }
}
