package io.tongban.sandbox.province;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated province as data. Which province speaks which dialect is the sandbox's assignment.
 *
 * @param code first two digits of the GB/T 2260 division code
 * @param name Chinese name
 * @param dialect name of a {@link Dialect}
 * @param charset of text fields, where the dialect leaves the choice ({@code tcp}: GBK or GB18030)
 * @param path of the service, where the dialect has one ({@code soap})
 * @param personNumberDigits width of the province's person numbers (AAC001)
 * @param operator who may call
 * @param password the operator's
 * @param signInHours how long a sign-in lives, where the dialect has one
 * @param options settings of the dialect's own, such as a delimiter; none if absent
 */
public record SimulatedProvince(
        String code,
        String name,
        String dialect,
        String charset,
        String path,
        int personNumberDigits,
        String operator,
        String password,
        int signInHours,
        @Nullable Map<String, String> options) {

    public SimulatedProvince {
        options = options == null ? Map.of() : Map.copyOf(options);
    }

    /** A setting of the dialect's own. */
    public String option(String name, String usual) {
        return options == null ? usual : options.getOrDefault(name, usual);
    }

    /**
     * A setting that lists pairs, such as {@code ok 0000, person-unknown B001}, in their order.
     *
     * @throws IllegalArgumentException if it is no such list
     */
    public Map<String, String> pairs(String name, String usual) {
        Map<String, String> pairs = new LinkedHashMap<>();
        putPairs(name, option(name, usual), pairs);
        return Collections.unmodifiableMap(pairs);
    }

    /** As {@link #pairs}, laid over the usual ones, so that a file names only what differs. */
    public Map<String, String> pairsOver(String name, String usual) {
        Map<String, String> pairs = new LinkedHashMap<>();
        putPairs(name, usual, pairs);
        putPairs(name, option(name, usual), pairs);
        return Collections.unmodifiableMap(pairs);
    }

    private void putPairs(String name, String text, Map<String, String> into) {
        if (text.isBlank()) {
            return;
        }
        for (String pair : text.split(",", -1)) {
            String[] words = pair.strip().split(" +", -1);
            if (words.length != 2) {
                throw new IllegalArgumentException(code + ": option " + name + " is not \"word code, word code\"");
            }
            into.put(words[0], words[1]);
        }
    }

    /**
     * Reads {@code provinces/CODE.yaml} from the class path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SimulatedProvince named(String code) {
        if (!code.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("a province code has two digits");
        }
        return DataFile.read("/provinces/" + code + ".yaml", SimulatedProvince.class);
    }

    public Duration signInLife() {
        return Duration.ofHours(signInHours);
    }

    /** Silent about the password, out of habit. */
    @Override
    public String toString() {
        return "SimulatedProvince[" + code + ", " + dialect + "]";
    }
}
