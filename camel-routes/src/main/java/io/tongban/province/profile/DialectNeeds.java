package io.tongban.province.profile;

import io.tongban.province.TransactionKind;
import java.util.List;
import java.util.Set;

/**
 * What a dialect needs of a profile that speaks it, so that a profile is refused at the start and not in its first
 * call.
 *
 * @param name of the dialect, such as {@code tcp}
 * @param placing how a line of its layouts says where the field stands
 * @param schemes of the endpoint
 * @param charsets that it can speak
 * @param transactions that must have a code and a layout
 * @param requestHead fields that must stand in every request's head
 * @param replyHead fields that must stand in every reply's head
 * @param adds fields that the dialect itself supplies to a request, beyond what the command has
 * @param options settings of its own, under {@code options} of a profile
 */
public record DialectNeeds(
        String name,
        Placing placing,
        Set<String> schemes,
        Set<String> charsets,
        Set<TransactionKind> transactions,
        Set<Field> requestHead,
        Set<Field> replyHead,
        Set<Field> adds,
        List<Options.Option> options) {
    /** The option that says how layouts are written, in dialects that leave it to the profile. */
    public static final String LAYOUT = "layout";

    public DialectNeeds {
        schemes = Set.copyOf(schemes);
        charsets = Set.copyOf(charsets);
        transactions = Set.copyOf(transactions);
        requestHead = Set.copyOf(requestHead);
        replyHead = Set.copyOf(replyHead);
        adds = Set.copyOf(adds);
        options = List.copyOf(options);
    }

    /** Whether it collects commands, so that a transaction may be {@code batch}. */
    boolean collects() {
        return name.equals("file");
    }

    /** Whether an answer is a row of a table, which is not there yet while a column is empty. */
    boolean readsTables() {
        return schemes.contains("postgresql");
    }

    /** Whether its address is a host and a port, and nothing else. */
    boolean addressOnly() {
        return schemes.contains("tcp");
    }

    /** The same, where an option of the profile says that its layouts are written in another way. */
    DialectNeeds laidOut(String layout) {
        return new DialectNeeds(
                name,
                Placing.of(layout, placing),
                schemes,
                charsets,
                transactions,
                requestHead,
                replyHead,
                adds,
                options);
    }

    /** A path of members: {@code a}, {@code a/b}, {@code a[]/b}. */
    public static final String MEMBER = "([A-Za-z_][A-Za-z0-9_.-]*(\\[])?/){0,5}[A-Za-z_][A-Za-z0-9_.-]*";

    /** How a layout places a field. */
    public enum Placing {
        /** {@code field WIDTH}, one after the other; in files as {@code limits.widths-in} counts, else in bytes. */
        WIDTHS("[1-9][0-9]{0,3}", "a width in bytes"),
        /** {@code field PATH}, of an element or an attribute: {@code a}, {@code a/b}, {@code a/@b}. */
        PATHS(
                "@?[A-Za-z_][A-Za-z0-9_.-]*|[A-Za-z_][A-Za-z0-9_.-]*(/[A-Za-z_][A-Za-z0-9_.-]*){0,4}/@?[A-Za-z_][A-Za-z0-9_.-]*",
                "an element name, a path such as a/b, or an attribute such as a/@b"),
        /** {@code field NAME}, of a column. */
        NAMES("[A-Za-z_][A-Za-z0-9_.-]*", "an element name"),
        /** {@code field PATH}, of a member: {@code a}, {@code a/b}, or {@code a[]/b} in the one object of a list. */
        MEMBERS(MEMBER, "a member's name, a path such as a/b, or a[]/b for the one object of a list"),
        /** {@code field TAG}, in letters and digits, or in octets such as {@code 0x9F01}. */
        TAGS("0x([0-9A-F]{2}){1,4}|(?!0x)[A-Za-z0-9]{1,8}", "a tag such as F01 or 0x9F01"),
        /** {@code field}, one after the other. */
        ORDER("", "nothing");

        /** As the option {@link #LAYOUT} says it. */
        private static Placing of(String layout, Placing usual) {
            return switch (layout) {
                case "tlv" -> TAGS;
                case "fixed" -> WIDTHS;
                case "xml" -> PATHS;
                default -> usual;
            };
        }

        private final String form;
        private final String second;

        Placing(String form, String second) {
            this.form = form;
            this.second = second;
        }

        /** Whether what stands after the field is a name or a path. */
        boolean named() {
            return this == NAMES || this == MEMBERS || this == PATHS || this == TAGS;
        }

        boolean fits(String text) {
            return text.matches(form);
        }

        /** What stands after the field. */
        String second() {
            return second;
        }
    }
}
