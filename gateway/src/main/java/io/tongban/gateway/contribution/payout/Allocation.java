package io.tongban.gateway.contribution.payout;

/** How much of a payout is held back for one insurance. Nothing but its arguments goes into it. */
final class Allocation {
    private static final int WHOLE = 100;

    private Allocation() {}

    /**
     * What a platform carries of a month. Rounded up, so that shares of 100 percent in all never miss a fen; what that is
     * too much, the last one is not asked for, since no more than what is due is held.
     */
    static long shareFen(long dueFen, int percent) {
        return Math.floorDiv(Math.multiplyExact(dueFen, percent) + WHOLE - 1, WHOLE);
    }

    /** Most that may be held back of a payout, of which the floor stays with the worker; rounded down. */
    static long mostOfPayoutFen(long earnedFen, int percent, long floorFen) {
        return Math.max(0, Math.min(Math.multiplyExact(earnedFen, percent) / WHOLE, earnedFen - floorFen));
    }

    /**
     * @param dueFen of the month
     * @param heldFen of it by all platforms
     * @param ownFen of it by this one
     * @param shareFen most that this one carries
     * @param capFen most that its mandate allows for the month
     * @param leftFen most that may still be held back of the payout
     */
    static long holdFen(long dueFen, long heldFen, long ownFen, long shareFen, long capFen, long leftFen) {
        long own = Math.min(shareFen, capFen) - ownFen;
        return Math.max(0, Math.min(Math.min(own, dueFen - heldFen), leftFen));
    }
}
