package io.tongban.province.conformance;

import io.tongban.province.ProvinceFacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * All findings about one province.
 *
 * @param end what ended the run before its last row, in words; empty if nothing did
 */
record Matrix(ProvinceFacts facts, Instant at, List<Finding> findings, String end) {
    Matrix {
        findings = List.copyOf(findings);
    }

    static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%-32s %-30s %-10s %6d ms  %s",
                finding.check().name(),
                finding.check().fault(),
                finding.verdict().word(),
                finding.took().toMillis(),
                finding.verdict().seen());
    }

    long count(Class<? extends Verdict> kind) {
        return findings.stream()
                .filter(finding -> kind.isInstance(finding.verdict()))
                .count();
    }

    String title() {
        return facts.code() + " " + facts.nameEn() + " " + facts.nameZh() + ", dialect " + facts.dialect();
    }

    String summary() {
        return title() + ": " + count(Verdict.Passed.class) + " passed, " + count(Verdict.Failed.class) + " failed, "
                + count(Verdict.NotDriven.class) + " not driven" + (end.isEmpty() ? "" : "; " + end);
    }
}
