package io.tongban.province.dialect.rest;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.MemberPath;
import io.tongban.province.profile.MemberPath.Step;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in a document of this dialect. Its {@code toString} is silent, because a province may put anything anywhere. */
sealed interface JsonValue {
    /** Without blanks, members in the order as they came, escaped as {@code JSON.stringify} does (ECMA-262, 25.5.2). */
    void write(StringBuilder out);

    /** The same as octets. */
    default byte[] octets() {
        StringBuilder out = new StringBuilder(512);
        write(out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    record Text(String text) implements JsonValue {
        @Override
        public void write(StringBuilder out) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                write(text.charAt(i), out);
            }
            out.append('"');
        }

        private static void write(char character, StringBuilder out) {
            switch (character) {
                case '"', '\\' -> out.append('\\').append(character);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (character < ' ') {
                        out.append(String.format("\\u%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }

        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /**
     * A number, a boolean or a null, as it stands on the wire: what is signed is that, and none of the other ways to write
     * the same number.
     */
    record Bare(String token) implements JsonValue {
        static final Bare NULL = new Bare("null");

        private static final int MOST_DIGITS = 40;

        @Override
        public void write(StringBuilder out) {
            out.append(token);
        }

        boolean isBoolean() {
            return token.equals("true") || token.equals("false");
        }

        /** Of a number, exactly; empty if it is none, or has more digits than anything that a province tells. */
        Optional<BigDecimal> number() {
            if (isBoolean() || equals(NULL) || token.length() > MOST_DIGITS) {
                return Optional.empty();
            }
            try {
                BigDecimal number = new BigDecimal(token);
                // A short token may have an exponent that takes a page to write out.
                boolean writable = Math.abs((long) number.scale()) <= MOST_DIGITS;
                return writable ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                // Or one that is no int.
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Bare[…]";
        }
    }

    record Items(List<JsonValue> items) implements JsonValue {
        @Override
        public void write(StringBuilder out) {
            char before = '[';
            for (JsonValue item : items) {
                out.append(before);
                item.write(out);
                before = ',';
            }
            out.append(items.isEmpty() ? "[]" : "]");
        }

        @Override
        public String toString() {
            return "Items[…]";
        }
    }

    /** An object, which may still grow. */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        Members() {
            this(new LinkedHashMap<>());
        }

        @Override
        public void write(StringBuilder out) {
            char before = '{';
            for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                out.append(before).append('"').append(member.getKey()).append("\":");
                member.getValue().write(out);
                before = ',';
            }
            out.append(members.isEmpty() ? "{}" : "}");
        }

        /** Puts a value where a path leads, through objects and lists that are made where they are not there yet. */
        void put(MemberPath path, JsonValue value) {
            Members at = this;
            for (Step step : path.above().steps()) {
                at = at.members
                        .computeIfAbsent(step.name(), any -> step.list() ? one(new Members()) : new Members())
                        .only(step);
            }
            at.members.put(path.last(), value);
        }

        private static JsonValue one(Members item) {
            return new Items(new ArrayList<>(List.of(item)));
        }

        /**
         * What stands where a path leads; empty if the way ends before.
         *
         * @throws CallFailed as unreadable if something else than an object, or a list of one, stands on the way
         */
        Optional<JsonValue> find(MemberPath path) {
            Members at = this;
            for (Step step : path.above().steps()) {
                JsonValue next = at.members.get(step.name());
                if (next == null || next.equals(new Items(List.of()))) {
                    return Optional.empty();
                }
                at = next.only(step);
            }
            return Optional.ofNullable(at.members.get(path.last()));
        }

        /** The same without what stands where a path leads. */
        Members without(MemberPath path) {
            Step first = path.steps().get(0);
            Members less = new Members(new LinkedHashMap<>(members));
            JsonValue there = members.get(first.name());
            if (path.steps().size() == 1) {
                less.members.remove(first.name());
            } else if (there != null) {
                Members within = there.only(first)
                        .without(new MemberPath(
                                path.steps().subList(1, path.steps().size())));
                less.members.put(first.name(), first.list() ? one(within) : within);
            }
            return less;
        }

        @Override
        public String toString() {
            return "Members[…]";
        }
    }

    /** The object that a step of a path leads into. */
    private Members only(Step step) {
        if (!step.list() && this instanceof Members members) {
            return members;
        }
        if (step.list()
                && this instanceof Items list
                && list.items().size() == 1
                && list.items().get(0) instanceof Members one) {
            return one;
        }
        throw new CallFailed(UnknownCause.UNREADABLE);
    }
}
