package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A real Keycloak on loopback with the sandbox's realms and no data of an earlier run. */
public final class KeycloakServer implements AutoCloseable {
    /**
     * Realm {@code master} is among them because Keycloak would otherwise make one with RSA keys of 4096 bits, and
     * seconds go by until it has found them.
     */
    private static final List<String> REALMS = List.of("master", "tongban", "other");

    private static final String KEYS_CACHE = "cache-keys.xml";
    private static final Duration READY_AT_MOST = Duration.ofMinutes(2);

    private final URI base;
    private final ChildProcess process;

    private KeycloakServer(URI base, ChildProcess process) {
        this.base = base;
        this.process = process;
    }

    /**
     * Starts it and returns when realm {@code tongban} answers; the first start in a checkout builds it before.
     *
     * @param folder to be made, for its data and its log
     * @throws IOException if it cannot be started, ends, or is not ready within two minutes
     */
    public static KeycloakServer start(Layout layout, Path folder, int port, RealmValues values)
            throws IOException, InterruptedException {
        KeycloakImage image = KeycloakImage.of(layout.keycloak());
        layOut(image, folder);
        URI base = URI.create("http://127.0.0.1:" + port);
        Java command = image.command(
                folder,
                "start",
                "--optimized",
                "--import-realm",
                // Without it the caches open JGroups ports on all addresses.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + base,
                // A partner's new key is read at the first assertion signed with it. The default refuses it for 10 s
                // after the last look at the register, and 0 within the same second.
                "--spi-public-key-storage--infinispan--min-time-between-requests=-1",
                // A key that the register withdrew is known for ten seconds more.
                "--cache-config-file=" + KEYS_CACHE,
                "--cache-config-mutate=true");
        KeycloakServer server = new KeycloakServer(
                base, ChildProcess.start("Keycloak", command, values.environment(), folder.resolve("keycloak.log")));
        try {
            server.process.awaitReady(server.wellKnown("tongban"), READY_AT_MOST);
            return server;
        } catch (IOException | InterruptedException notReady) {
            server.close();
            throw notReady;
        }
    }

    private static void layOut(KeycloakImage image, Path folder) throws IOException {
        Path realms = Files.createDirectories(folder.resolve("data/import"));
        copy(KEYS_CACHE, Files.createDirectory(folder.resolve("conf")));
        Files.createSymbolicLink(folder.resolve("lib"), image.folder().resolve("lib"));
        for (String realm : REALMS) {
            copy(realm + "-realm.json", realms);
        }
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream content = KeycloakServer.class.getResourceAsStream("/keycloak/" + file)) {
            Files.copy(Objects.requireNonNull(content, file), folder.resolve(file));
        }
    }

    /** The {@code iss} of a realm's tokens. */
    public URI issuer(String realm) {
        return base.resolve("/realms/" + realm);
    }

    /** Where a realm gives its tokens. */
    public URI tokenEndpoint(String realm) {
        return base.resolve("/realms/" + realm + "/protocol/openid-connect/token");
    }

    private URI wellKnown(String realm) {
        return base.resolve("/realms/" + realm + "/.well-known/openid-configuration");
    }

    /** Stops it and deletes its data; the log stays. */
    @Override
    public void close() {
        process.close();
        for (String part : List.of("data", "conf", "lib")) {
            Folders.delete(process.log().resolveSibling(part));
        }
    }
}
