package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys to verify saved messages with, all from files. */
final class MessageKeys {
    private static final KeyLookup NONE = keyid -> new KeyAnswer.Unknown();

    private MessageKeys() {}

    /** A JWK Set, or one JWK of which only the public part is used. */
    static KeyLookup of(Path file) throws IOException {
        String text = new String(PrivateFiles.read(file), UTF_8);
        boolean set = JsonText.read(text.getBytes(UTF_8))
                .map(json -> json.has("keys"))
                .orElse(false);
        return set ? GatewayKeys.parse(text) : one(KeysCommand.parsed(file));
    }

    /** The partner's own, if its file is known and says it. */
    static KeyLookup ofPartner(Optional<Path> key) throws IOException {
        if (key.isEmpty() || !Files.isRegularFile(key.get())) {
            return NONE;
        }
        String text = new String(PrivateFiles.read(key.get()), UTF_8);
        // From a key in PEM the public part cannot be had, and its id is not in it.
        return text.stripLeading().startsWith("{") ? one(KeysCommand.parsed(key.get())) : NONE;
    }

    /** The gateway's as they were fetched last. */
    static KeyLookup ofGateway(Path fetched) throws IOException {
        return Files.isRegularFile(fetched) ? GatewayKeys.parse(new String(PrivateFiles.read(fetched), UTF_8)) : NONE;
    }

    private static KeyLookup one(JWK key) {
        @Nullable String id = key.getKeyID();
        return id == null ? NONE : KeyLookup.in(Map.of(id, Verifier.of(key)));
    }
}
