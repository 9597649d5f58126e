package io.tongban.province.profile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A dialect's own settings, as a profile gives them or the dialect takes them to be. Checked when they are read. Silent
 * in {@link #toString()}, because some are secrets.
 */
public record Options(Map<String, String> values) {
    /** Whose word counts for the far side's certificate, in every dialect that can run over TLS. */
    public static final String TRUST = "trust";
    /** By which of our keys we sign in, in place of a password. */
    public static final String CLIENT_KEY = "client-key";
    /** Which certificate is ours, where the far side asks for one. */
    public static final String CLIENT_CERTIFICATE = "client-certificate";

    /** What is around the head of a message, its body, and the rows of an answer, in dialects whose messages nest. */
    public static final String HEAD = "head";

    public static final String BODY = "body";
    public static final String ROWS = "rows";
    /** Stands among earlier settings for the scheme of the address. */
    static final String SCHEME = "the address's scheme";

    /** In place of a name: there is no such thing. */
    public static final String NOTHING = "-";

    public Options {
        values = Map.copyOf(values);
    }

    /** @throws IllegalStateException if there is neither a value nor a default; the reader saw to it that there is */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no option " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean yes(String name) {
        return text(name).equals("yes");
    }

    @Override
    public String toString() {
        return "Options" + new TreeSet<>(values.keySet());
    }

    /**
     * One setting that a dialect knows. Its value may hold placeholders.
     *
     * @param usual taken where the profile says nothing; empty if it has to say something
     * @param form what a value has to look like
     * @param hint completes "write …", such as {@code 4, 6 or 8}
     * @param secret must be a placeholder
     * @param where what earlier settings have to be, as patterns, for this one to be needed; where they are not, it has no
     *     value and must not be given one
     */
    public record Option(
            String name,
            Optional<String> usual,
            Predicate<String> form,
            String hint,
            boolean secret,
            Map<String, String> where) {
        public Option {
            where = Map.copyOf(where);
        }

        public Option(String name, Optional<String> usual, Predicate<String> form, String hint) {
            this(name, usual, form, hint, false, Map.of());
        }

        public static Option required(String name, String pattern, String hint) {
            return new Option(name, Optional.empty(), Pattern.compile(pattern).asMatchPredicate(), hint);
        }

        public static Option usually(String name, String usual, String pattern, String hint) {
            return new Option(name, Optional.of(usual), Pattern.compile(pattern).asMatchPredicate(), hint);
        }

        /** The same, as a secret. */
        public Option secretly() {
            return new Option(name, usual, form, hint, true, where);
        }

        /** The same, needed only where an earlier setting has one of these values, with | between them. */
        public Option where(String other, String values) {
            return new Option(name, usual, form, hint, secret, Map.of(other, values));
        }

        /** The same, needed only where the profile's address has one of these schemes, with | between them. */
        public Option whereSchemeIs(String schemes) {
            return where(SCHEME, schemes);
        }

        boolean neededWith(Map<String, String> earlier) {
            return where.entrySet().stream()
                    .allMatch(each -> earlier.getOrDefault(each.getKey(), "").matches(each.getValue())
                            || unknownScheme(each.getKey(), earlier));
        }

        /** What is wrong with an address is told, and not what follows from that. */
        private static boolean unknownScheme(String other, Map<String, String> earlier) {
            return other.equals(SCHEME) && earlier.getOrDefault(SCHEME, "").isEmpty();
        }

        /**
         * Whether a profile that says this, or does not, can have an address of this scheme, as far as this option goes.
         *
         * @param given whether it says this
         */
        boolean fitsScheme(String scheme, boolean given) {
            boolean forIt = scheme.matches(where.getOrDefault(SCHEME, ".*"));
            return given ? forIt : !(forIt && where.containsKey(SCHEME) && usual.isEmpty());
        }

        /** Completes "has no effect …". */
        String unneeded(Map<String, String> earlier) {
            return where.keySet().stream()
                    .map(other -> "where " + other + " is " + earlier.getOrDefault(other, ""))
                    .collect(Collectors.joining(" and "));
        }
    }
}
