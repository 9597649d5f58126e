package io.tongban.api.contract;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/** A stable order, so that a diff of the document shows what changed and nothing else. */
final class Sorted {
    private Sorted() {}

    static Paths paths(Paths scanned) {
        Paths sorted = OASFactory.createPaths();
        Map<String, PathItem> items = new TreeMap<>(scanned.getPathItems());
        items.forEach(sorted::addPathItem);
        return sorted;
    }
}
