package io.tongban.province.conformance;

import java.util.Locale;

/** The findings as JUnit's XML, which every CI server shows. */
final class JunitReport {
    private JunitReport() {}

    static String of(Matrix matrix) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" timestamp=\"%s\">%n",
                Markup.escaped(matrix.title()),
                matrix.findings().size(),
                matrix.count(Verdict.Failed.class),
                matrix.count(Verdict.NotDriven.class),
                matrix.at()));
        matrix.findings().forEach(finding -> append(xml, matrix, finding));
        return xml.append("</testsuite>\n").toString();
    }

    private static void append(StringBuilder xml, Matrix matrix, Finding finding) {
        Check check = finding.check();
        String name = check.fault().equals(Check.NO_FAULT) ? check.name() : check.name() + " under " + check.fault();
        xml.append(String.format(
                Locale.ROOT,
                "  <testcase classname=\"province.%s\" name=\"%s\" time=\"%.3f\">",
                matrix.facts().code(),
                Markup.escaped(name),
                finding.took().toMillis() / 1000.0));
        String seen = Markup.escaped(finding.verdict().seen());
        if (finding.verdict() instanceof Verdict.Failed) {
            xml.append("<failure message=\"")
                    .append(seen)
                    .append("\">expected: ")
                    .append(Markup.escaped(check.expected()))
                    .append('\n')
                    .append(Markup.escaped(finding.exchange()))
                    .append("</failure>");
        } else if (finding.verdict() instanceof Verdict.NotDriven) {
            xml.append("<skipped message=\"").append(seen).append("\"/>");
        }
        xml.append("</testcase>\n");
    }
}
