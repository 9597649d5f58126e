package io.tongban.province.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where profile files come from: the ones of this module, and a folder of the operator's. */
final class ProfileFiles {
    private static final String SHIPPED = "/provinces/";
    private static final long MOST_BYTES = 256 * 1024;

    private ProfileFiles() {}

    /** Text by file name. A file of the folder takes the place of a shipped one of the same name. */
    static Map<String, String> all(Optional<Path> folder) {
        Map<String, String> files = new TreeMap<>();
        // A jar cannot be listed through every class loader, hence the index.
        for (String name :
                shipped("index").lines().filter(line -> !line.isBlank()).toList()) {
            files.put(name, shipped(name));
        }
        folder.ifPresent(path -> addFrom(path, files));
        return files;
    }

    private static String shipped(String name) {
        try (InputStream in = ProfileFiles.class.getResourceAsStream(SHIPPED + name)) {
            if (in == null) {
                throw new ProfileException(
                        "provinces/index", "names " + name + ", which is not there; remove the line");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFrom(Path folder, Map<String, String> files) {
        try {
            for (Path profile : FolderWatch.profiles(folder)) {
                files.put(String.valueOf(profile.getFileName()), read(profile));
            }
        } catch (IOException e) {
            throw new ProfileException(folder.toString(), "is not a folder that can be read; name another or none");
        }
    }

    private static String read(Path profile) throws IOException {
        if (Files.size(profile) > MOST_BYTES) {
            throw new ProfileException(profile.toString(), "is longer than 256 KiB; no profile is");
        }
        try {
            return Files.readString(profile);
        } catch (CharacterCodingException e) {
            throw new ProfileException(profile.toString(), "is not UTF-8; save it as UTF-8");
        }
    }
}
