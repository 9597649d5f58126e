package io.tongban.gateway.contribution.mandate;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the gateway keeps it.
 *
 * @param capFen most that may be withheld for one insurance and month, whole fen
 * @param validTo last month covered; open when absent
 * @param signedAt when the worker signed it
 * @param agreementReference of the signed agreement, which the partner keeps
 * @param payouts what may be held back from payouts; absent if it is for direct withholdings only
 * @param revokedAt when the worker revoked it; absent while it is in force
 * @param revision rises by every change
 */
public record RecordedMandate(
        String id,
        String clientId,
        String reference,
        String workerId,
        ProvinceCode province,
        List<InsuranceKind> insurances,
        long capFen,
        YearMonth validFrom,
        @Nullable YearMonth validTo,
        Instant signedAt,
        String agreementReference,
        @Nullable PayoutTerms payouts,
        Instant createdAt,
        @Nullable Instant revokedAt,
        long revision) {
    public RecordedMandate {
        insurances = List.copyOf(insurances);
    }

    /** Whether it was recorded before there were bounds, and is beyond them. */
    boolean isOutOfBounds() {
        return MandateBounds.objection(signedAt, capFen, agreementReference, createdAt)
                .isPresent();
    }

    /**
     * Checks that a withholding stands under this mandate.
     *
     * @throws ProblemException the first of mandate-of-another-worker, mandate-revoked, mandate-not-covering,
     *     mandate-cap-exceeded that is so
     */
    public void permit(String worker, InsuranceKind insurance, YearMonth period, long amountFen) {
        checkInForce(worker);
        if (!insurances.contains(insurance)) {
            throw new ProblemException(ProblemType.MANDATE_NOT_COVERING, null, "/insurance");
        }
        checkCovers(period);
        if (amountFen > capFen) {
            throw new ProblemException(ProblemType.MANDATE_CAP_EXCEEDED, null, "/amountFen");
        }
    }

    /** As {@link #permit(String, InsuranceKind, YearMonth, long)}, for a month of whichever of its insurances. */
    public void permit(String worker, YearMonth period) {
        checkInForce(worker);
        checkCovers(period);
    }

    private void checkInForce(String worker) {
        if (!workerId.equals(worker)) {
            throw new ProblemException(ProblemType.MANDATE_OF_ANOTHER_WORKER, null, "/mandateId");
        }
        if (revokedAt != null) {
            throw new ProblemException(ProblemType.MANDATE_REVOKED, null, "/mandateId");
        }
    }

    private void checkCovers(YearMonth period) {
        if (period.isBefore(validFrom) || (validTo != null && period.isAfter(validTo))) {
            throw new ProblemException(ProblemType.MANDATE_NOT_COVERING, null, "/period");
        }
    }
}
