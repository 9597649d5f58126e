package io.tongban.sandbox.population;

/** Which workers are wrong on purpose: of each hundred, one for each flaw. */
final class FlawPlan {
    private static final int FIRST = 4;
    private static final int STEP = 9;
    private static final int SHIFT = 7;
    private static final int HOLDER_DISTANCE = 5;
    private static final Flaw[] FLAWS = Flaw.values();

    private FlawPlan() {}

    static Flaw of(int index) {
        int slot = (index % 100 + SHIFT * (index / 100 % 100)) % 100 - FIRST;
        boolean flawed = slot >= 0 && slot % STEP == 0 && slot / STEP + 1 < FLAWS.length;
        return flawed ? FLAWS[slot / STEP + 1] : Flaw.NONE;
    }

    /** Whose mandate is used: five before is of the same platform, and, as first place, step and shift are, right. */
    static int mandateHolder(int index) {
        return of(index) == Flaw.MANDATE_OF_ANOTHER ? index - HOLDER_DISTANCE : index;
    }
}
