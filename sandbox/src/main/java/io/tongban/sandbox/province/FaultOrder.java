package io.tongban.sandbox.province;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What was ordered of one fault: so many calls, or a probability. Guarded by the lock of its {@link Faults}. */
final class FaultOrder {
    private final @Nullable Transaction transaction;
    private final double probability;
    private int left;

    private FaultOrder(@Nullable Transaction transaction, double probability, int left) {
        this.transaction = transaction;
        this.probability = probability;
        this.left = left;
    }

    static FaultOrder counted(int calls, @Nullable Transaction transaction) {
        if (calls < 1) {
            throw new IllegalArgumentException("next needs at least one call");
        }
        return new FaultOrder(transaction, 1, calls);
    }

    static FaultOrder likely(double probability, @Nullable Transaction transaction) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1");
        }
        return new FaultOrder(transaction, probability, Integer.MAX_VALUE);
    }

    boolean applies(Fault fault, Transaction asked) {
        return transaction == null ? fault.strikes(asked) : transaction == asked;
    }

    boolean draw(Random dice) {
        if (left == Integer.MAX_VALUE) {
            return dice.nextDouble() < probability;
        }
        left--;
        return true;
    }

    boolean isUsedUp() {
        return left == 0;
    }
}
