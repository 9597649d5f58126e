package io.tongban.province.conformance;

import java.util.Locale;

/** The findings as one page without scripts or links, to be attached to an acceptance. */
final class HtmlReport {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8">
            <title>Conformance of {title}</title>
            <style>
            body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 70rem;
                   padding: 0 1rem; color: #1a1d21; background: #fff }
            h1 { font-size: 1.4rem; margin-bottom: .2rem }
            p { margin: .2rem 0 1.2rem; color: #4a5058 }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; padding: .4rem .7rem; border-bottom: 1px solid #dfe3e8; vertical-align: top }
            th { background: #f4f6f8; position: sticky; top: 0 }
            td.ms { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            .passed { color: #116329 } .failed { color: #b3261e; font-weight: 600 } .not-driven { color: #6a5300 }
            code, pre { font-size: .9em }
            pre { white-space: pre-wrap; margin: .4rem 0 0 }
            @media print { body { margin: 0; max-width: none } th { position: static } }
            </style>
            </head>
            <body>
            <h1>Conformance of {title}</h1>
            <p>{summary}. Driven at {at}.</p>
            <table>
            <thead><tr><th>Check</th><th>Fault</th><th>Expected</th><th>Verdict</th><th>Seen</th><th>Took</th></tr></thead>
            <tbody>
            """;

    private HtmlReport() {}

    static String of(Matrix matrix) {
        StringBuilder html = new StringBuilder(HEAD.replace("{title}", Markup.escaped(matrix.title()))
                .replace("{summary}", Markup.escaped(matrix.summary()))
                .replace("{at}", matrix.at().toString()));
        matrix.findings().forEach(finding -> row(html, finding));
        return html.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder html, Finding finding) {
        Check check = finding.check();
        String word = finding.verdict().word();
        html.append(String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"%s\">%s</td><td>%s%s</td><td class=\"ms\">%d ms</td></tr>%n",
                Markup.escaped(check.name()),
                check.fault().equals(Check.NO_FAULT) ? "–" : "<code>" + Markup.escaped(check.fault()) + "</code>",
                Markup.escaped(check.expected()),
                word.toLowerCase(Locale.ROOT).replace(' ', '-'),
                word,
                Markup.escaped(finding.verdict().seen()),
                finding.exchange().isEmpty() ? "" : "<pre>" + Markup.escaped(finding.exchange()) + "</pre>",
                finding.took().toMillis()));
    }
}
