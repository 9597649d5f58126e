package io.tongban.sdk.card;

import io.tongban.api.internal.Given;
import java.util.Arrays;

/**
 * Where the PIN of a card's certificate comes from. Best {@link #typedAtReader()}: then no program has it. Close it after use,
 * which wipes it; silent in {@link #toString()}.
 */
public final class CardPin implements AutoCloseable {
    private static final int FEWEST = 4;
    private static final int MOST = 16;

    private final char[] digits;
    private boolean isClosed;

    private CardPin(char[] digits) {
        this.digits = digits;
    }

    /** The reader asks the worker. */
    public static CardPin typedAtReader() {
        return new CardPin(new char[0]);
    }

    /**
     * For drivers that want it handed over, as the standard's function does.
     *
     * @param digits 4 to 16 of 0 to 9; copied, the caller wipes its own
     * @throws IllegalArgumentException for anything else
     */
    public static CardPin of(char[] digits) {
        char[] copy = Given.value(digits, "digits").clone();
        boolean fits = copy.length >= FEWEST && copy.length <= MOST;
        for (char digit : copy) {
            fits &= digit >= '0' && digit <= '9';
        }
        if (!fits) {
            Arrays.fill(copy, '0');
            throw new IllegalArgumentException("A PIN has 4 to 16 digits");
        }
        return new CardPin(copy);
    }

    /** Whether the reader asks for it. */
    public boolean isTypedAtReader() {
        return digits.length == 0;
    }

    /** A copy, for the driver; whoever asks wipes it. */
    synchronized char[] digits() {
        if (isClosed) {
            // What is left are zeros, and trying them would cost the worker a try.
            throw new IllegalStateException("The PIN was closed before it was used");
        }
        return digits.clone();
    }

    /** Overwrites the digits; it is good for nothing after that. */
    @Override
    public synchronized void close() {
        Arrays.fill(digits, '0');
        isClosed = true;
    }

    @Override
    public String toString() {
        return "CardPin[…]";
    }
}
