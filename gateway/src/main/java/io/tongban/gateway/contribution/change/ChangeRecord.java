package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A change of one insurance, or a correction of the person, as it is stored.
 *
 * @param position in its order; the first has 0
 * @param of what is changed of an insurance; absent of a correction
 * @param right sealed; of a correction only
 */
record ChangeRecord(
        String id,
        String clientId,
        String reference,
        int position,
        String personId,
        String workerId,
        String enrolmentId,
        ProvinceCode province,
        @Nullable OfInsurance of,
        @Nullable Correction right,
        String consentReference,
        String serial,
        State state,
        @Nullable ProblemType refusal,
        @Nullable String provinceReceipt,
        Instant acceptedAt,
        @Nullable Instant settledAt,
        long revision) {
    /** @param baseFen whole fen a month; 0 of a change that says none */
    record OfInsurance(InsuranceChange change, InsuranceKind insurance, YearMonth from, long baseFen) {}

    /** At least one of them; ciphertext. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; held between the store and the operation only
    record Correction(byte @Nullable [] name, byte @Nullable [] mobile) {
        @Override
        public String toString() {
            return "Correction[…]";
        }
    }

    /** The names are stored. */
    enum State {
        ACCEPTED,
        IN_PROCESS,
        AWAITING_REVIEW,
        CONFIRMED,
        REFUSED;

        boolean isOpen() {
            return this != CONFIRMED && this != REFUSED;
        }
    }

    /** As the outbox, the audit log and the contract call it. */
    String word() {
        return of == null ? "CORRECT" : of.change().name();
    }
}
