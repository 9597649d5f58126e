package io.tongban.province.workbench;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.delivery.AnswerInterpreter;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is read in an answer, and what the gateway makes of it. */
final class AnswerText {
    private AnswerText() {}

    static String of(ProvinceProfile profile, Rehearsal rehearsal, ProvinceCommand command, byte[] octets) {
        StringBuilder text = new StringBuilder();
        try {
            List<Answer> answers = rehearsal.answers(octets, command);
            if (answers.isEmpty()) {
                text.append("answers nothing: not done yet over there, or the whole file refused\n");
            }
            for (Answer answer : answers) {
                fields(text, answer.fields());
                answer.rows().forEach(row -> {
                    text.append("  row\n");
                    fields(text, row);
                });
                text.append("is taken for: ")
                        .append(verdict(profile, command, answer))
                        .append('\n');
            }
        } catch (CallFailed e) {
            text.append("is taken for: ").append(unknown(e)).append('\n');
        }
        return text.toString();
    }

    private static void fields(StringBuilder text, Map<Field, String> fields) {
        new TreeMap<>(fields)
                .forEach((field, value) -> text.append(
                        String.format(Locale.ROOT, "  %-20s %s%n", field.word(), value.replaceAll("\\p{Cntrl}", "·"))));
    }

    private static String verdict(ProvinceProfile profile, ProvinceCommand command, Answer answer) {
        try {
            ProvinceReply reply = new AnswerInterpreter(profile).settle(command, answer);
            return reply.causeWord() == null ? reply.outcomeWord() : reply.outcomeWord() + ", " + reply.causeWord();
        } catch (CallFailed e) {
            return unknown(e);
        }
    }

    /** With the field at which it could not be read, where it is one. */
    private static String unknown(CallFailed failure) {
        return "unknown, " + failure.reason().word()
                + failure.place().map(field -> " at " + field.word()).orElse("");
    }
}
