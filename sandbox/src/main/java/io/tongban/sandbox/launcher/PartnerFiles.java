package io.tongban.sandbox.launcher;

import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The platforms' private keys, where a newcomer's first program finds them. They open this sandbox and nothing else. */
final class PartnerFiles {
    static final String AUTHORITY = "ca.pem";

    private PartnerFiles() {}

    /**
     * Writes {@code CLIENT.jwk.json} for each platform, and {@code ca.pem} for HTTPS, over those of an earlier sandbox;
     * returns their folder.
     */
    static Path write(SandboxStack stack, Layout layout) throws IOException {
        Path folder = Files.createDirectories(layout.target().resolve("partners"));
        for (Platform platform : Population.platforms()) {
            Files.writeString(
                    folder.resolve(platform.clientId() + ".jwk.json"),
                    stack.partnerKey(platform.clientId()).toJSONString());
        }
        Files.writeString(folder.resolve(AUTHORITY), stack.authority().pem());
        return folder;
    }
}
