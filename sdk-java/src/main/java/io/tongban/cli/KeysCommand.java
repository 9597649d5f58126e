package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.signature.PublicJwk;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Key pairs: the private one stays in its file, the public one is what is registered. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Makes and shows keys.")
final class KeysCommand {
    private static final Pattern KEY_ID = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}");

    private final Console console;

    KeysCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a key: the private JWK into a file that you alone can read, the public JWK Set to stdout.")
    int create(
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            defaultValue = "p256",
                            description = "${COMPLETION-CANDIDATES}; p256 without it.")
                    KeyType type,
            @Option(names = "--key-id", paramLabel = "ID", required = true, description = "Its id, of your choice.")
                    String keyId,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            required = true,
                            description = "A file that is not yet there.")
                    Path file)
            throws IOException, JOSEException, NoSuchAlgorithmException {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw CommandFailedException.usage("A key id has 1 to 256 printable ASCII characters and no blank");
        }
        JWK key = type.generate(keyId);
        PrivateFiles.create(file, (key.toJSONString() + "\n").getBytes(UTF_8));
        console.result(publicSet(key));
        console.remark("The private key is in " + file + ": keep it to yourself; register what is printed above.");
        return ExitCodes.DONE;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the public JWK Set of a key file (JWK), and nothing of the private part.")
    int show(@Parameters(paramLabel = "FILE", description = "A JWK, private or public.") Path file) throws IOException {
        console.result(publicSet(parsed(file)));
        return ExitCodes.DONE;
    }

    /** Judged as the gateway judges it, so that what is shown is what can be registered. */
    static JWK parsed(Path file) throws IOException {
        try {
            JWK key = JWK.parse(new String(PrivateFiles.read(file), UTF_8));
            if (key.isPrivate()) {
                PartnerKey.ofJwk(key.toJSONString());
            }
            return PublicJwk.parse(key.toPublicJWK().toJSONObject());
        } catch (ParseException | IllegalStateException notAKey) {
            // Without the parser's words: they may repeat the key.
            throw CommandFailedException.usage("Not a JWK with a key: " + file);
        }
    }

    private static String publicSet(JWK key) {
        return new JWKSet(key.toPublicJWK()).toString(true);
    }
}
