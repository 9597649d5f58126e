package io.tongban.province.dialect;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Drivers and JMS clients that do not ship with Tongban: jars that the operator has put into a folder. */
public final class AddedJars {
    public static final String PROPERTY = "tongban.province.drivers-folder";
    /**
     * One for each state of a folder, not for each profile: drivers register themselves for as long as the JVM runs, and
     * a profile may be read again and again.
     */
    private static final Map<String, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private final Optional<Path> folder;

    public AddedJars(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The class of this name, which may also be one of ours.
     *
     * @param file of the profile that needs it
     * @param need completes "the profile …", such as {@code "endpoint" needs the driver x, which is not there; put its jar}
     * @throws IllegalArgumentException if it is nowhere, or no such class; the message says what is missing, and where
     */
    public <T> Class<? extends T> find(String name, Class<T> role, String file, String need) {
        try {
            ClassLoader ours = AddedJars.class.getClassLoader();
            boolean shipped = ours.getResource(name.replace('.', '/') + ".class") != null;
            ClassLoader theirs = folder.isEmpty() || shipped ? ours : loader(folder.get(), ours);
            return Class.forName(name, true, theirs).asSubclass(role);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + ": the folder of drivers, "
                            + folder.map(Path::toString).orElse("")
                            + ", cannot be read; name another in " + PROPERTY,
                    e);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            String where = folder.map(named -> "the folder " + named).orElse("a folder, and name that in " + PROPERTY);
            throw new IllegalArgumentException(file + ": " + need + " into " + where, e);
        }
    }

    private static ClassLoader loader(Path folder, ClassLoader parent) throws IOException {
        List<URL> jars = urls(folder);
        return LOADERS.computeIfAbsent(jars.toString(), same -> new URLClassLoader(jars.toArray(URL[]::new), parent));
    }

    private static List<URL> urls(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                urls.add(url(jar));
            }
        }
        return urls;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
