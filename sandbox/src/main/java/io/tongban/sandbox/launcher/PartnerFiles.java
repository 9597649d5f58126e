package io.tongban.sandbox.launcher;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.agency.PartnerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The private keys of the platforms and of the agency, where a newcomer's first program finds them. They open this
 * sandbox and nothing else.
 */
final class PartnerFiles {
    static final String AUTHORITY = "ca.pem";

    private PartnerFiles() {}

    /**
     * Writes {@code CLIENT.jwk.json} for each of them, and {@code ca.pem} for HTTPS, over those of an earlier sandbox.
     *
     * @param keys by client id
     * @param authority the certificate of the sandbox's own authority, PEM
     */
    static void write(Function<String, JWK> keys, String authority, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (SandboxPartner partner : SandboxPartner.ALL) {
            if (partner.kind() != PartnerKind.BANK) {
                Files.writeString(
                        folder.resolve(partner.clientId() + ".jwk.json"),
                        keys.apply(partner.clientId()).toJSONString());
            }
        }
        Files.writeString(folder.resolve(AUTHORITY), authority);
    }
}
