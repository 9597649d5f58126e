package io.tongban.gateway.contribution.policy;

import io.tongban.gateway.platform.config.TableFile;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries once released stay as they are: their digests lie beside them, in {@code released.tsv}. */
record Released(Map<String, String> digests) {
    static final String FILE = "/policies/released.tsv";

    private static final Pattern LINE = Pattern.compile("(\\S{1,80})\\s+([0-9a-f]{64})");

    static Released shipped() {
        Map<String, String> digests = new LinkedHashMap<>();
        TableFile.rows(Released.class, FILE).forEach(cells -> digests.put(cells[0], cells[1]));
        return new Released(digests);
    }

    /**
     * What an operator has released, if anything: an id and a digest in each line.
     *
     * @throws DataFileException if a line is anything else
     */
    static Optional<Released> in(Path folder) {
        Path file = folder.resolve("released.tsv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> digests = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || digests.put(matcher.group(1), matcher.group(2)) != null) {
                throw new DataFileException(
                        file + ":" + (i + 1), "is not an id with its digest, each id once; write it as the log tells");
            }
        }
        return Optional.of(new Released(digests));
    }

    private static List<String> lines(Path file) {
        try {
            return DataFiles.read(file).lines().toList();
        } catch (IOException e) {
            throw new DataFileException(file.toString(), "cannot be read; let the gateway read it");
        }
    }

    /** @throws DataFileException if a released entry is changed or gone */
    void requireIn(PolicyBook book) {
        Map<String, String> here = new HashMap<>();
        Map<String, String> where = new HashMap<>();
        book.entries().forEach(entry -> {
            here.put(entry.id(), entry.digest());
            where.put(entry.id(), entry.where());
        });
        digests.forEach((id, digest) -> require(where.getOrDefault(id, "policies"), id, digest, here));
    }

    static void require(String where, String id, String digest, Map<String, String> here) {
        String now = here.get(id);
        if (now == null) {
            throw new DataFileException(where, "\"" + id + "\" is gone, but was released; put it back");
        }
        if (!now.equals(digest)) {
            throw new DataFileException(
                    where,
                    "\"" + id + "\" was released and is changed; put it back as it was, and add an entry with a later"
                            + " known-from");
        }
    }
}
