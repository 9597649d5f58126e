package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.SimulatedProvince;
import java.util.Map;

/**
 * How a province's documents are built around their fields: names of the elements, and the version that the root's
 * attribute {@code version} gives, if it has one. Written in a province file as {@code root business, head head, …}.
 */
record Envelope(Map<String, String> names) {
    private static final String USUAL = "root business, result result, head head, body body, rows rows, row row,"
            + " transaction transcode, serial serial, operator operator, token token,"
            + " return-code appcode, message message";

    Envelope {
        names = Map.copyOf(names);
    }

    /** @param option of the province's file */
    static Envelope of(SimulatedProvince province, String option) {
        return new Envelope(province.pairsOver(option, USUAL));
    }

    String element(String what) {
        return names.getOrDefault(what, what);
    }

    /** Empty where documents have no version. */
    String version() {
        return names.getOrDefault("version", "");
    }

    boolean isRoot(String element, String version) {
        return element.equals(element("root"))
                && (version().isEmpty() || version().equals(version));
    }
}
