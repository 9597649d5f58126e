package io.tongban.sandbox.wire;

import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of header fields whose form the contract says in words, by an RFC. */
final class HeaderValues {
    /** RFC 7240, section 2: what is not understood is ignored, so none of these is ever refused. None waits long. */
    static final List<String> PREFERENCES = List.of(
            "wait=0",
            "wait=1",
            "WAIT=0",
            "wait = 0",
            "wait=\"0\"",
            "wait=0; foo=\"a,b\"",
            "respond-async, wait=0",
            "wait=0, wait=1",
            "foo=\"bar, wait=9\"",
            "return=minimal",
            "wait",
            "wait=",
            "wait=-1",
            "wait=1.5",
            "wait=ten",
            "wait=99999999999999999999",
            "wait=\"0",
            "\"",
            "\\",
            ",,,",
            "=",
            "x".repeat(1_001));

    private static final String CONTEXT =
            "point=\"nl-01-t1\", operator=\"T1\", session=\"visit-1\", purpose=status, identified=card-read";

    /** Not the five members, each once and of its form. */
    static final List<String> NO_CONTEXTS = List.of(
            "x",
            "\"",
            ",",
            CONTEXT + ",",
            CONTEXT + ", more=\"x\"",
            CONTEXT + ", point=\"nl-01-t1\"",
            CONTEXT + ";x=1",
            CONTEXT.replace(",", ";"),
            CONTEXT.replace("point=\"nl-01-t1\", ", ""),
            CONTEXT.replace("\"nl-01-t1\"", "nl-01-t1"),
            CONTEXT.replace("\"nl-01-t1\"", "\"\""),
            CONTEXT.replace("\"nl-01-t1\"", "?1"),
            CONTEXT.replace("\"nl-01-t1\"", "(\"nl-01-t1\")"),
            CONTEXT.replace("nl-01-t1", "x".repeat(65)),
            CONTEXT.replace("nl-01-t1", "two words"),
            CONTEXT.replace("T1", "13900000017"),
            CONTEXT.replace("visit-1", "11010519491231002X"),
            CONTEXT.replace("session=\"visit-1\"", "session"),
            CONTEXT.replace("purpose=status", "purpose=\"status\""),
            CONTEXT.replace("purpose=status", "purpose=steal"),
            CONTEXT.replace("purpose=status", "purpose=STATUS"),
            CONTEXT.replace("identified=card-read", "identified=card_read"),
            CONTEXT.replace("identified", "Identified"));

    private HeaderValues() {}

    /** All purposes and ways of identification, orders and blanks; whether the register knows the place is another thing. */
    static List<String> contexts() {
        List<String> contexts = new ArrayList<>(List.of(
                CONTEXT,
                CONTEXT.replace(", ", ","),
                CONTEXT.replace(", ", " ,  "),
                "identified=card-read, purpose=pay, session=\"a\", operator=\"b\", point=\"c\"",
                CONTEXT.replace("visit-1", "v".repeat(64))));
        for (Purpose purpose : Purpose.values()) {
            for (Identification way : Identification.values()) {
                contexts.add(CONTEXT.replace("=status", "=" + token(purpose)).replace("=card-read", "=" + token(way)));
            }
        }
        return contexts;
    }

    private static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that a client writes as they are and that arrive so: visible ASCII, without blanks at their ends. */
    static List<String> sendable(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty() && text.equals(text.strip()))
                .filter(text -> text.chars().allMatch(octet -> octet >= ' ' && octet <= '~'))
                .toList();
    }
}
