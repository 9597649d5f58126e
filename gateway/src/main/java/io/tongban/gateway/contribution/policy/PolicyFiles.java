package io.tongban.gateway.contribution.policy;

import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.DataFiles;
import io.tongban.province.dated.FolderWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where policies come from: the files of this module, and a folder of the agency's. */
final class PolicyFiles {
    private static final String SHIPPED = "/policies/";

    private PolicyFiles() {}

    /** @throws DataFileException if a file is wrong, files contradict each other, or a released entry is changed */
    static PolicyBook book(Optional<Path> folder) {
        PolicyBook book = compiled(all(folder));
        Released.shipped().requireIn(book);
        folder.flatMap(Released::in).ifPresent(released -> released.requireIn(book));
        return book;
    }

    /** What no list of released entries holds yet, so that a start cannot tell whether it was changed. */
    static List<PolicyEntry> unreleased(PolicyBook book, Path folder) {
        Set<String> released = new HashSet<>(Released.shipped().digests().keySet());
        Released.in(folder).ifPresent(own -> released.addAll(own.digests().keySet()));
        return book.entries().stream()
                .filter(entry -> !released.contains(entry.id()))
                .toList();
    }

    static PolicyBook compiled(Map<String, String> files) {
        List<PolicyEntry> entries = new ArrayList<>();
        files.forEach((name, text) -> entries.addAll(PolicyReader.read(name, text)));
        return new PolicyBook(entries);
    }

    /** Text by file name. A file of the folder takes the place of a shipped one of the same name. */
    static Map<String, String> all(Optional<Path> folder) {
        Map<String, String> files = new TreeMap<>();
        // A jar cannot be listed through every class loader, hence the index.
        DataFiles.shipped(PolicyFiles.class, SHIPPED, "index")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(name -> files.put(name, DataFiles.shipped(PolicyFiles.class, SHIPPED, name)));
        folder.ifPresent(path -> addFrom(path, files));
        return files;
    }

    private static void addFrom(Path folder, Map<String, String> files) {
        try {
            for (Path file : FolderWatch.files(folder)) {
                files.put(String.valueOf(file.getFileName()), DataFiles.read(file));
            }
        } catch (IOException e) {
            throw new DataFileException(folder.toString(), "is not a folder that can be read; name another or none");
        }
    }
}
