package io.tongban.gateway.contribution.advice;

import io.tongban.gateway.contribution.quote.PersonQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One insurance, and whether it fits.
 *
 * @param reasons the weightiest first
 * @param lowest least that the person would pay; null where no rule says so
 */
record Advised(Scheme scheme, Verdict verdict, List<Reason> reasons, PersonQuote.@Nullable Contribution lowest) {
    Advised {
        reasons = List.copyOf(reasons);
    }

    /** In the order in which they are told. */
    enum Verdict {
        FITS,
        POSSIBLE,
        NOT_BESIDE,
        NOT_OPEN
    }
}
