package io.tongban.gateway.contribution.payout;

import io.tongban.province.ProvinceCode;
import org.jspecify.annotations.Nullable;

/**
 * A month as it is collected, held by the transaction that reads it.
 *
 * @param heldFen by all platforms
 * @param ownFen by the one that asks
 * @param withholdingId absent once it is dissolved
 */
record Month(
        String id,
        MonthKey key,
        ProvinceCode province,
        long baseFen,
        long dueFen,
        long heldFen,
        long ownFen,
        State state,
        @Nullable String withholdingId) {
    enum State {
        COLLECTING,
        /** Complete, and on its way to the province. */
        SENT,
        PAID,
        RETURNED
    }

    Month with(long amountFen) {
        return new Month(
                id, key, province, baseFen, dueFen, heldFen + amountFen, ownFen + amountFen, state, withholdingId);
    }

    Month lowered(long lowerDueFen, long returnedFen) {
        return new Month(id, key, province, baseFen, lowerDueFen, heldFen - returnedFen, ownFen, state, withholdingId);
    }

    boolean isEmpty() {
        return state == State.COLLECTING && heldFen == 0;
    }

    boolean isComplete() {
        return heldFen == dueFen;
    }
}
