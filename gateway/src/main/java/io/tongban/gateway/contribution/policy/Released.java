package io.tongban.gateway.contribution.policy;

import io.tongban.gateway.platform.config.TableFile;
import io.tongban.province.dated.DataFileException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entries once released stay as they are: their digests lie beside them, in {@code released.tsv}. */
record Released(Map<String, String> digests) {
    static final String FILE = "/policies/released.tsv";

    static Released shipped() {
        Map<String, String> digests = new LinkedHashMap<>();
        TableFile.rows(Released.class, FILE).forEach(cells -> digests.put(cells[0], cells[1]));
        return new Released(digests);
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
