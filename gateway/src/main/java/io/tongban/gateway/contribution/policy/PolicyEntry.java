package io.tongban.gateway.contribution.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.province.Words;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a policy file. It is never changed: what is found out later is a new entry with a later {@code
 * knownFrom}.
 *
 * @param where file and line
 * @param scope two digits of a province, {@code 00} for the whole country
 * @param validTo last day; null until the next entry of the same key begins
 * @param reviewBy until when it may be used without being looked at again
 * @param mark null where nothing is known
 */
public record PolicyEntry(
        String where,
        String id,
        String scope,
        RuleKey key,
        Stated stated,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LocalDate knownFrom,
        LocalDate reviewBy,
        @Nullable Mark mark,
        String source,
        String digest) {
    /** Whether what is computed with it for this day is provisional. */
    public boolean isProvisional(LocalDate asOf) {
        return asOf.isAfter(reviewBy);
    }

    public long daysToReview(LocalDate today) {
        return ChronoUnit.DAYS.between(today, reviewBy);
    }

    /** What it says in words, as digests and answers have it; empty for all that is no value. */
    public String valueText() {
        return stated instanceof Stated.Value value ? value.value().text() : "";
    }

    /** {@code VALUE}, {@code ZERO_BY_LAW} and so on. */
    public String state() {
        return stateOf(stated);
    }

    PolicyEntry sealed() {
        return new PolicyEntry(
                where, id, scope, key, stated, validFrom, validTo, knownFrom, reviewBy, mark, source, digested());
    }

    /** Of all that it says, but not of where it stands. */
    private String digested() {
        String all = String.join(
                "\n",
                id,
                scope,
                Words.of(key.rule()),
                key.insurance(),
                key.relation(),
                key.region(),
                key.variant(),
                state(),
                valueText(),
                validFrom.toString(),
                validTo == null ? "" : validTo.toString(),
                knownFrom.toString(),
                reviewBy.toString(),
                mark == null ? "" : Words.of(mark),
                source);
        return sha256(all);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String stateOf(Stated stated) {
        if (stated instanceof Stated.Value) {
            return "VALUE";
        } else if (stated instanceof Stated.ZeroByLaw) {
            return "ZERO_BY_LAW";
        } else if (stated instanceof Stated.NotApplicable) {
            return "NOT_APPLICABLE";
        } else if (stated instanceof Stated.Announced) {
            return "ANNOUNCED";
        }
        return "UNKNOWN";
    }
}
