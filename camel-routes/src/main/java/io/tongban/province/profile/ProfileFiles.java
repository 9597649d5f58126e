package io.tongban.province.profile;

import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.DataFiles;
import io.tongban.province.dated.FolderWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where profile files come from: the ones of this module, and a folder of the operator's. */
final class ProfileFiles {
    private static final String SHIPPED = "/provinces/";

    private ProfileFiles() {}

    /** By file name. A file of the folder takes the place of a shipped one of the same name. */
    static Map<String, ProfileFile> all(Optional<Path> folder) {
        Map<String, ProfileFile> files = new TreeMap<>();
        // A jar cannot be listed through every class loader, hence the index.
        for (String name : DataFiles.shipped(ProfileFiles.class, SHIPPED, "index")
                .lines()
                .filter(line -> !line.isBlank())
                .toList()) {
            files.put(name, new ProfileFile(DataFiles.shipped(ProfileFiles.class, SHIPPED, name), true));
        }
        folder.ifPresent(path -> addFrom(path, files));
        return files;
    }

    private static void addFrom(Path folder, Map<String, ProfileFile> files) {
        try {
            for (Path profile : FolderWatch.files(folder)) {
                files.put(String.valueOf(profile.getFileName()), new ProfileFile(DataFiles.read(profile), false));
            }
        } catch (IOException e) {
            throw new DataFileException(folder.toString(), "is not a folder that can be read; name another or none");
        }
    }
}
