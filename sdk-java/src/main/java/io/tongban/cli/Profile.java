package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.key.PartnerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and where: what {@code tongban login} writes down. The private key stays in its own file; only where that
 * lies is here.
 *
 * @param keyId for keys in PEM, which carry none
 * @param trust a PEM file of certificate authorities, in place of the JVM's
 */
record Profile(
        String baseUrl,
        String issuer,
        String clientId,
        String key,
        @Nullable String keyId,
        @Nullable String trust) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    static Optional<Profile> read(Path home, String name) throws IOException {
        Path file = file(home, name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return Optional.of(Json.read(PrivateFiles.read(file), Profile.class)
                .orElseThrow(() -> CommandFailedException.usage("Not a profile: " + file + "; log in anew")));
    }

    void write(Path home, String name) throws IOException {
        PrivateFiles.replace(file(home, name), Json.write(this));
    }

    /** The gateway's keys as they were last fetched, for what is looked at without network. */
    static Path gatewayKeys(Path home, String name) {
        return home.resolve(checked(name) + ".gateway-keys.json");
    }

    private static Path file(Path home, String name) {
        return home.resolve(checked(name) + ".profile.json");
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw CommandFailedException.usage("A profile's name has letters, digits, dots, dashes and underscores");
        }
        return name;
    }

    PartnerKey privateKey() throws IOException {
        String text = new String(PrivateFiles.read(Path.of(key)), UTF_8);
        if (!text.stripLeading().startsWith("-----BEGIN")) {
            return PartnerKey.ofJwk(text);
        }
        if (keyId == null) {
            throw CommandFailedException.usage("A key in PEM carries no id: give --key-id as it is registered");
        }
        return PartnerKey.ofPem(keyId, text);
    }
}
