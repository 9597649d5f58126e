package io.tongban.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The profile that a command works with; single values of it can be given in the command line. */
final class ProfileOptions {
    @Option(names = "--profile", paramLabel = "NAME", description = "Which login; \"default\" without it.")
    private String name = "default";

    @Option(names = "--base-url", paramLabel = "URL", description = "The gateway's, exactly as its operator gave it.")
    private @Nullable String baseUrl;

    @Option(names = "--issuer", paramLabel = "URL", description = "The realm that gives tokens.")
    private @Nullable String issuer;

    @Option(names = "--client-id", paramLabel = "ID", description = "As registered.")
    private @Nullable String clientId;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key: a JWK, or PEM with --key-id.")
    private @Nullable Path key;

    @Option(names = "--key-id", paramLabel = "ID", description = "The id by which a key in PEM is registered.")
    private @Nullable String keyId;

    @Option(names = "--trust", paramLabel = "FILE", description = "Certificate authorities (PEM) to trust, no others.")
    private @Nullable Path trust;

    String name() {
        return name;
    }

    /** @throws CommandFailedException if something is missing */
    Profile profile(Path home) throws IOException {
        Optional<Profile> written = Profile.read(home, name);
        return new Profile(
                required("--base-url", baseUrl, written.map(Profile::baseUrl)),
                required("--issuer", issuer, written.map(Profile::issuer)),
                required("--client-id", clientId, written.map(Profile::clientId)),
                required("--key", absolute(key), written.map(Profile::key)),
                keyId != null ? keyId : written.map(Profile::keyId).orElse(null),
                trust != null ? absolute(trust) : written.map(Profile::trust).orElse(null));
    }

    /** For what needs no more of a profile. */
    Optional<String> baseUrl(Path home) throws IOException {
        Optional<String> given = Optional.ofNullable(baseUrl);
        return given.isPresent() ? given : Profile.read(home, name).map(Profile::baseUrl);
    }

    /** Where the private key lies, if that is known. */
    Optional<Path> key(Path home) throws IOException {
        Optional<Path> given = Optional.ofNullable(key);
        return given.isPresent() ? given : Profile.read(home, name).map(known -> Path.of(known.key()));
    }

    private static String required(String option, @Nullable String given, Optional<String> written) {
        return Optional.ofNullable(given)
                .or(() -> written)
                .orElseThrow(() -> CommandFailedException.usage("Log in first (tongban login), or give " + option));
    }

    private static @Nullable String absolute(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().normalize().toString();
    }
}
