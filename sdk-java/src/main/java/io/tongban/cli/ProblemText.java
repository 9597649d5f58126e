package io.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.api.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A problem in words, with what to do about it. */
final class ProblemText {
    private ProblemText() {}

    /** Of a problem document whose signature was verified. */
    static List<String> of(JsonNode problem) {
        String code = JsonText.text(problem, "code");
        List<String> lines = new ArrayList<>();
        lines.add(code + ": " + JsonText.text(problem, "title") + " (" + JsonText.text(problem, "titleZh") + ")");
        add(lines, "detail", JsonText.text(problem, "detail"));
        add(lines, "field", JsonText.text(problem, "pointer"));
        add(lines, "parameter", JsonText.text(problem, "parameter"));
        add(lines, "to act", JsonText.text(problem, "source").toLowerCase(Locale.ROOT));
        add(lines, "retryable", JsonText.text(problem, "retryable"));
        lines.addAll(advice(code));
        add(lines, "trace", JsonText.text(problem, "traceId"));
        return lines;
    }

    /** Of a code alone, as this version's catalogue has it. */
    static List<String> advice(String code) {
        List<String> lines = new ArrayList<>();
        ProblemType.byCode(code).ifPresent(type -> {
            add(lines, "advice", type.advice());
            add(lines, "money", type.money().orElse(""));
        });
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format("  %-10s", name) + value);
        }
    }
}
