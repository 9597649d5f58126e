package io.tongban.sandbox.population;

import java.time.YearMonth;
import java.util.Set;

/**
 * A worker who does not exist. Silent in {@link #toString()} all the same, so that nobody gets used to logging one.
 *
 * @param index place in the population, from 0
 * @param reference the platform's own name for the worker, unique in the population
 * @param province two digits: where to insure
 * @param citizenNumber GB 11643, of a division that does not exist (see {@link Population})
 * @param mobile eleven digits, of a range that no operator was given (142)
 * @param reasons why not insured until now
 * @param incomeFen whole fen a month
 * @param insurance with its code system, {@code AAE140:110}
 * @param period month to withhold for
 * @param baseFen chosen contribution base, whole fen a month
 * @param amountFen to withhold, whole fen
 * @param mandateCapFen most that the worker's mandate allows, whole fen a month
 * @param mandateHolder index of the worker whose mandate is to be used: the worker's own, but for
 *     {@link Flaw#MANDATE_OF_ANOTHER}; then one before, of the same platform and province, of whom all is right
 */
public record SyntheticWorker(
        int index,
        String reference,
        Platform platform,
        String province,
        Place place,
        String citizenNumber,
        String name,
        String mobile,
        Set<UninsuredReason> reasons,
        long incomeFen,
        String insurance,
        YearMonth period,
        long baseFen,
        long amountFen,
        long mandateCapFen,
        int mandateHolder,
        Flaw flaw) {
    public SyntheticWorker {
        reasons = Set.copyOf(reasons);
    }

    /** What must be in the province's ledger of this worker in the end, whole fen. */
    public long expectedFen() {
        return flaw.isBooked() ? amountFen : 0;
    }

    @Override
    public String toString() {
        return "SyntheticWorker[" + index + ", " + flaw + "]";
    }
}
