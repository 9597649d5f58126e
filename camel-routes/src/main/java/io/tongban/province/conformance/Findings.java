package io.tongban.province.conformance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is found, and prints each row as it comes. */
final class Findings {
    private final PrintStream out;
    private final List<Finding> all = new ArrayList<>();

    Findings(PrintStream out) {
        this.out = out;
    }

    void add(Finding finding) {
        all.add(finding);
        out.println(Matrix.line(finding));
        finding.exchange().lines().forEach(line -> out.println("    " + line));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
