package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;

/** A payout that counts: because it can be held for, or because something was held back of it already. */
sealed interface Judged permits Reported, Judged.InVain {
    PayoutRequest request();

    /**
     * It was held back under an instruction, and nothing can be held for any more: all of it goes back.
     *
     * @param why nothing can
     */
    record InVain(PayoutRequest request, ProblemType why) implements Judged {}
}
