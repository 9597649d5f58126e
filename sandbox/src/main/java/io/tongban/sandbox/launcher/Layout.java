package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a checkout.
 *
 * @param target the sandbox module's build folder
 */
public record Layout(Path target) {
    /**
     * From system property {@code tongban.sandbox.target}; without it, from the working folder, which is then the
     * module or the root of the checkout.
     */
    public static Layout ofThisCheckout() {
        String given = System.getProperty("tongban.sandbox.target");
        if (given != null) {
            return new Layout(Path.of(given).toAbsolutePath());
        }
        Path fromRoot = Path.of("sandbox", "target");
        return new Layout((Files.isDirectory(fromRoot) ? fromRoot : Path.of("target")).toAbsolutePath());
    }

    /**
     * The gateway's runnable jar, which need not exist; system property {@code tongban.gateway.jar} names another than
     * the one of this checkout.
     */
    public Path gatewayJar() {
        String given = System.getProperty("tongban.gateway.jar");
        return given != null
                ? Path.of(given).toAbsolutePath()
                : target.resolve("../../gateway/target/quarkus-app/quarkus-run.jar")
                        .normalize();
    }

    /** A path as someone gives it who stands in the root of the checkout. */
    public Path fromRoot(String path) {
        return target.resolve("../..").resolve(path).normalize();
    }

    /** The unpacked Keycloak. */
    Path keycloak() throws IOException {
        Path parent = target.resolve("keycloak");
        List<Path> unpacked = List.of();
        if (Files.isDirectory(parent)) {
            try (Stream<Path> children = Files.list(parent)) {
                unpacked = children.filter(child -> Files.isExecutable(child.resolve("bin/kc.sh")))
                        .toList();
            }
        }
        if (unpacked.size() != 1) {
            throw new IOException("expected one Keycloak in " + parent + " but found " + unpacked.size()
                    + ": run mvn clean and build the sandbox again");
        }
        return unpacked.get(0);
    }

    /** A fresh folder for one stack. */
    Path newWorkFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(target.resolve("stacks")), "stack-");
    }
}
