package io.tongban.province.conformance;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is found, and prints each row as it comes. */
final class Findings {
    private final PrintStream out;
    private final List<Finding> all = new ArrayList<>();
    private @Nullable Finding last;

    Findings(PrintStream out) {
        this.out = out;
    }

    void add(Finding finding) {
        all.add(finding);
        out.println(Matrix.line(finding));
        finding.exchange().lines().forEach(line -> out.println("    " + line));
    }

    /** Adds what fails all others as well: they would say nothing new, and cost sign-ins and time. */
    void addLast(Finding finding) {
        add(finding);
        last = finding;
    }

    /** @return whether it is not to be tried any more, and is noted as such */
    boolean skips(Check check) {
        if (last == null) {
            return false;
        }
        String why = "not tried: the run ended at \"" + last.check().name() + "\"";
        add(new Finding(check, new Verdict.NotDriven(why), Duration.ZERO, ""));
        return true;
    }

    /** In words, what ended the run and how many rows were not tried; empty if it went to its end. */
    String end() {
        if (last == null) {
            return "";
        }
        int untried = all.size() - all.indexOf(last) - 1;
        return "ended at \"" + last.check().name() + "\", " + untried + " not tried: "
                + last.verdict().seen();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
