package io.tongban.gateway.contribution.payout;

import java.util.OptionalLong;

/**
 * What a worker's own limit leaves to one platform for a month, as its insurances are gone through in their order. An
 * insurance has its place whole or not at all: an amount that the limit cut would tell what others hold.
 */
final class LimitRoom {
    private long wholeFen;
    private long ownFen;
    private long allFen;

    /**
     * @param wholeFen the limit, of which whole months are taken
     * @param ownFen what this platform still carries of it
     * @param allFen what all platforms together leave of it
     */
    LimitRoom(long wholeFen, long ownFen, long allFen) {
        this.wholeFen = wholeFen;
        this.ownFen = ownFen;
        this.allFen = allFen;
    }

    static LimitRoom unlimited() {
        return new LimitRoom(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** What this platform still carries of the limit. */
    long ownFen() {
        return ownFen;
    }

    /**
     * Takes the room of an insurance, whatever the payout has of it.
     *
     * @param dueFen of its month
     * @param openFen what this platform may still hold of that
     * @return how much of that the platform's own share of the limit leaves; empty if the insurance is left out
     */
    OptionalLong take(long dueFen, long openFen) {
        long fen = Math.min(openFen, ownFen);
        // A month that the limit can never complete is not begun; and others never decide how much, only whether.
        if (dueFen > wholeFen || fen > allFen) {
            return OptionalLong.empty();
        }
        wholeFen -= dueFen;
        ownFen -= fen;
        allFen -= fen;
        return OptionalLong.of(fen);
    }
}
