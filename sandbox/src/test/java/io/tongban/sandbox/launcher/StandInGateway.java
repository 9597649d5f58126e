package io.tongban.sandbox.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Ready as the gateway is, and tells what it was started with. */
final class StandInGateway {
    private StandInGateway() {}

    public static void main(String[] args) throws IOException {
        listen("quarkus.http");
        listen("quarkus.management");
    }

    private static void listen(String prefix) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(System.getProperty(prefix + ".host"), Integer.getInteger(prefix + ".port")), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = switch (path) {
                case "/property" -> System.getProperty("tongban.public-base-url");
                case "/secret" -> System.getenv("TONGBAN_PROVINCE_44_PASSWORD");
                case "/pid" -> String.valueOf(ProcessHandle.current().pid());
                default -> "ready";
            };
            byte[] bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** A jar that runs a class of the test class path. */
    static Path jar(Path folder, Class<?> main) throws Exception {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                main.getProtectionDomain().getCodeSource().getLocation().toString());
        Path jar = folder.resolve(main.getSimpleName() + ".jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }

    /** Ends before it is ready. */
    static final class Broken {
        public static void main(String[] args) {
            System.exit(3);
        }
    }
}
