package io.tongban.sdk.examples;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.error.TongbanException;

/** What a payroll does with each way in which a withholding can go wrong. */
public final class ErrorsByPhase {
    private ErrorsByPhase() {}

    /** What becomes of an order. */
    public enum Next {
        DONE,
        SEND_AGAIN_LATER,
        /** This order withholds nothing and never will: pay out what was deducted for it. */
        GIVE_THE_MONEY_BACK,
        LOOK_INTO_IT
    }

    public static Next withhold(Tongban tongban, WithholdingOrder order) {
        try {
            tongban.withholdings().withhold(order);
            return Next.DONE;
        } catch (RefusedException refused) {
            if (refused.type().filter(ProblemType.REFERENCE_USED::equals).isPresent()) {
                // An order with this reference was accepted before, this one most likely: read it before money moves.
                return Next.LOOK_INTO_IT;
            }
            // PERIOD_ALREADY_WITHHELD among them: the month is paid, by another platform or under another reference of
            // ours, which has its own deduction; what was deducted for this order goes back to the worker.
            return refused.problem().retryable() ? Next.SEND_AGAIN_LATER : Next.GIVE_THE_MONEY_BACK;
        } catch (RequestNotSentException nothingLeft) {
            return Next.SEND_AGAIN_LATER;
        } catch (OutcomeUnknownException unknown) {
            // The same order again is safe, also after a restart: it carries the same idempotency key.
            return Next.SEND_AGAIN_LATER;
        } catch (TongbanException untrustedOrUnreadable) {
            // If mayHaveHappened(), keep the money aside until someone has looked.
            return Next.LOOK_INTO_IT;
        }
    }
}
