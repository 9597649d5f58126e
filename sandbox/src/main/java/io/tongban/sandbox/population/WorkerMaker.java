package io.tongban.sandbox.population;

import io.tongban.sandbox.province.BaseLimits;
import io.tongban.sandbox.province.ContributionPolicy;
import io.tongban.sandbox.province.ContributionRate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;

/** Makes the worker of one index. */
final class WorkerMaker {
    private static final String CODE_SYSTEM = "AAE140:";
    private static final String PENSION = "110";
    /** The province whose dialect writes GBK. */
    private static final String GBK_PROVINCE = "51";

    private static final String NO_PROVINCE = "99";
    /** One of a hundred carries a rare name where it does no harm. */
    private static final int RARE_NAMES = 100;

    private static final long YUAN = 100;

    private final long seed;
    private final YearMonth period;
    private final ContributionPolicy policy;
    private final Survey survey = Survey.shipped();
    private final NameBook names = NameBook.shipped();

    WorkerMaker(long seed, YearMonth period, ContributionPolicy policy) {
        this.seed = seed;
        this.period = period;
        this.policy = policy;
    }

    SyntheticWorker worker(int index) {
        SplittableRandom dice = dice(index, 1);
        Flaw flaw = FlawPlan.of(index);
        Platform platform = Roster.shipped().of(index);
        String province = province(index, flaw);
        Place place = survey.place(dice);
        Survey.Group group = survey.group(dice);
        long income = group.incomeFen(dice);
        long base = base(limits(province), flaw, income, dice);
        long amount = rate(province).amountFen(base);
        return new SyntheticWorker(
                index,
                String.format("%s-%06d", platform.referencePrefix(), index),
                platform,
                province,
                place,
                citizenNumber(index, flaw, place == Place.HOUSEHOLD ? province : survey.household(dice), group, dice),
                name(flaw, province, dice),
                String.format("142%08d", index),
                survey.reasons(platform.sector(), dice),
                income,
                CODE_SYSTEM + PENSION,
                period,
                base,
                flaw == Flaw.AMOUNT_ZERO ? 0 : amount,
                cap(amount, flaw),
                FlawPlan.mandateHolder(index),
                flaw);
    }

    private String province(int index, Flaw flaw) {
        return flaw == Flaw.NAME_NOT_IN_GBK ? GBK_PROVINCE : survey.province(dice(FlawPlan.mandateHolder(index), 2));
    }

    private String citizenNumber(int index, Flaw flaw, String household, Survey.Group group, SplittableRandom dice) {
        LocalDate day = period.atDay(1);
        LocalDate earliest = day.minusYears(group.oldest() + 1L).plusDays(1);
        LocalDate birth = CitizenNumbers.birth(earliest, day.minusYears(group.youngest()), index, dice);
        return switch (flaw) {
            case BAD_CHECKSUM -> CitizenNumbers.withWrongCheck(CitizenNumbers.compose(household, birth, index));
            case UNKNOWN_REGION -> CitizenNumbers.compose(NO_PROVINCE, birth, index);
            case IMPOSSIBLE_BIRTH_DATE -> CitizenNumbers.compose(household, birth.getYear() + "0230", index);
            default -> CitizenNumbers.compose(household, birth, index);
        };
    }

    private String name(Flaw flaw, String province, SplittableRandom dice) {
        boolean harmless = !province.equals(GBK_PROVINCE) && dice.nextInt(RARE_NAMES) == 0;
        return flaw == Flaw.NAME_NOT_IN_GBK || harmless ? names.rare(dice) : names.common(dice);
    }

    private static long base(BaseLimits limits, Flaw flaw, long income, SplittableRandom dice) {
        return flaw == Flaw.BASE_BELOW_FLOOR ? BaseChoice.belowFloor(limits) : BaseChoice.choose(limits, income, dice);
    }

    /** What workers agree to: a round sum of a hundred yuan that holds the amount. */
    private static long cap(long amountFen, Flaw flaw) {
        long hundred = 100 * YUAN;
        return flaw == Flaw.CAP_TOO_LOW ? amountFen - YUAN : (amountFen / hundred + 1) * hundred;
    }

    private BaseLimits limits(String province) {
        return policy.limits(province, PENSION, period)
                .orElseThrow(() -> new IllegalArgumentException("no limits are known for " + period));
    }

    private ContributionRate rate(String province) {
        return policy.rate(province, PENSION, period)
                .orElseThrow(() -> new IllegalArgumentException("no rate is known for " + period));
    }

    private SplittableRandom dice(int index, int purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index * 2L + purpose).split();
    }
}
