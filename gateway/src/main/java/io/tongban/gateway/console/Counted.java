package io.tongban.gateway.console;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor counted.
 *
 * @param fen by the name of the till
 */
record Counted(LocalDate day, Map<String, Long> fen) {
    private static final Pattern YUAN = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,2})?");

    Counted {
        fen = Map.copyOf(fen);
    }

    /** @throws ProblemException date-invalid or field-invalid */
    static Counted of(@Nullable String day, List<String> tills, List<String> counted) {
        if (tills.size() != counted.size()) {
            throw new ProblemException(ProblemType.FIELD_INVALID);
        }
        Map<String, Long> fen = new HashMap<>();
        for (int i = 0; i < tills.size(); i++) {
            fen.put(tills.get(i), fen(counted.get(i)));
        }
        return new Counted(day(day), fen);
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID);
        }
    }

    /** Whole fen of an amount as people write it: thousands apart, comma or not; below zero where more was given back. */
    static long fen(String yuan) {
        String plain = yuan.strip().replace(",", "").replace(" ", "");
        if (!YUAN.matcher(plain).matches()) {
            throw new ProblemException(ProblemType.FIELD_INVALID);
        }
        return new BigDecimal(plain).movePointRight(2).longValueExact();
    }
}
