package io.tongban.gateway.platform.pii;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds personal numbers in free text, which is kept and audited for good and must hold none: citizen numbers, mobile
 * numbers, bank cards; alone, with a prefix, with separators, in other digits than ASCII's.
 *
 * <p>What partners call things has to pass: UUIDs, ULIDs, hashes, our own ids and serials, dates and counters. So a
 * number counts only with all that it must have: a citizen number its region, the birth date of someone old enough to
 * work and its check character; a card an issuer's first digits and its check digit; a mobile number its own borders.
 */
@ApplicationScoped
public class PersonalNumbers {
    /** What was found. */
    public enum Kind {
        CITIZEN_NUMBER("a citizen number"),
        MOBILE_NUMBER("a mobile number"),
        BANK_CARD("a bank card number");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A year below the age of work, 16, so that a region with a date of today and a counter is no citizen. */
    private static final int YOUNGEST = 15;

    private static final int FEWEST_DIGITS = 11;

    private static final Pattern UUID = Pattern.compile(
            "(?<![0-9A-Z])(?=[0-9-]*[A-F])[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}(?![0-9A-Z])");
    private static final Pattern SPLIT_MOBILE =
            Pattern.compile("(?<![0-9])1[3-9][0-9][^0-9A-Z]{1,2}[0-9]{4}[^0-9A-Z]{1,2}[0-9]{4}(?![0-9])");
    private static final Pattern MOBILE = Pattern.compile("(?:0{0,2}86)?1[3-9][0-9]{9}");

    private final Clock clock;

    @Inject
    public PersonalNumbers(Clock clock) {
        this.clock = clock;
    }

    /** The first kind that the text holds, or looks as if it did. */
    public Optional<Kind> in(String text) {
        String all = PlainDigits.of(text);
        if (all.chars()
                        .filter(each -> each >= '0' && each <= '9')
                        .limit(FEWEST_DIGITS)
                        .count()
                < FEWEST_DIGITS) {
            return Optional.empty();
        }
        String plain = UUID.matcher(all).replaceAll(" ");
        List<NumberRun> runs = NumberRun.all(plain);
        if (runs.stream().anyMatch(run -> run.blocks(18).anyMatch(this::isCitizenNumber))
                || NumberRun.joined(runs, 18, 18).anyMatch(this::isCitizenNumber)) {
            return Optional.of(Kind.CITIZEN_NUMBER);
        }
        if (runs.stream()
                        .anyMatch(run -> run.standsAlone()
                                && MOBILE.matcher(run.digits()).matches())
                || SPLIT_MOBILE.matcher(plain).find()
                || NumberRun.singles(runs, 11).anyMatch(MOBILE.asMatchPredicate())) {
            return Optional.of(Kind.MOBILE_NUMBER);
        }
        return runs.stream().anyMatch(run -> run.standsAlone() && BankCards.isCard(run.digits()))
                        || NumberRun.fours(runs).anyMatch(BankCards::isCard)
                ? Optional.of(Kind.BANK_CARD)
                : Optional.empty();
    }

    private boolean isCitizenNumber(String number) {
        LocalDate today = LocalDate.now(clock);
        return CitizenNumberForm.isRight(number, today.minusYears(YOUNGEST));
    }
}
