package io.tongban.sandbox.launcher;

import io.tongban.api.agency.PartnerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The private keys of the platforms and of the agency, where a newcomer's first program finds them. They open this
 * sandbox and nothing else.
 */
final class PartnerFiles {
    static final String AUTHORITY = "ca.pem";

    private PartnerFiles() {}

    /**
     * Writes {@code CLIENT.jwk.json} for each of them, and {@code ca.pem} for HTTPS, over those of an earlier sandbox;
     * returns their folder.
     */
    static Path write(SandboxStack stack, Layout layout) throws IOException {
        Path folder = Files.createDirectories(layout.target().resolve("partners"));
        for (SandboxPartner partner : SandboxPartner.ALL) {
            if (partner.kind() != PartnerKind.BANK) {
                Files.writeString(
                        folder.resolve(partner.clientId() + ".jwk.json"),
                        stack.partnerKey(partner.clientId()).toJSONString());
            }
        }
        Files.writeString(folder.resolve(AUTHORITY), stack.authority().pem());
        return folder;
    }
}
