package io.tongban.sandbox.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.PartnerRegistration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** The sandbox's partners, each with a key pair made for this run: whoever holds the stack can act as any of them. */
final class PartnerRegister {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final Map<String, JWK> keys = new TreeMap<>();

    PartnerRegister() {
        for (SandboxPartner partner : SandboxPartner.ALL) {
            keys.put(partner.clientId(), PartnerKeys.generate(partner.clientId()));
        }
    }

    /**
     * A partner's key pair, private part included.
     *
     * @throws NoSuchElementException if the register has no such client
     */
    JWK key(String clientId) {
        JWK key = keys.get(clientId);
        if (key == null) {
            throw new NoSuchElementException("no partner " + clientId + " among " + keys.keySet());
        }
        return key;
    }

    /** Writes the file from which the gateway fills its register, public keys only. */
    void writeTo(Path file) throws IOException {
        List<PartnerRegistration> entries = SandboxPartner.ALL.stream()
                .map(partner -> PartnerRegistration.builder()
                        .clientId(partner.clientId())
                        .name(partner.name())
                        .kind(partner.kind())
                        .creditCode(partner.creditCode())
                        .jwks(new JWKSet(key(partner.clientId()))
                                .toPublicJWKSet()
                                .toJSONObject())
                        .build())
                .toList();
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), entries);
    }
}
