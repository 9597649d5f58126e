package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.payout.HeldUnder;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyLookup;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A withholding instruction as it is applied while the platform cannot ask: verified, and with the sum of what was held
 * back by it. Needs no network if the keys are at hand. One object an instruction; safe for use by several threads.
 *
 * <p>A later instruction of the same month knows what was reported, and nothing of what is held and not reported: report
 * first, then ask again. What cannot be reported before is to be deducted from the later one: open it with that as held.
 */
public final class OfflineInstruction {
    private static final int WHOLE = 100;
    private static final SignedDocument<VerifiedInstruction> DOCUMENT = new SignedDocument<>(
            "instruction", "tongban-instruction+jwt", VerifiedInstruction.class, VerifiedInstruction::issuedAt);

    private final VerifiedInstruction instruction;
    private final Clock clock;
    private final AtomicLong held;

    private OfflineInstruction(VerifiedInstruction instruction, Clock clock, long heldFen) {
        this.instruction = instruction;
        this.clock = clock;
        this.held = new AtomicLong(heldFen);
    }

    /**
     * Verifies an instruction of which nothing was used.
     *
     * @param jws as in {@code WithholdingInstruction}
     * @param keys the gateway's, of the day of the instruction or later
     * @throws UntrustedDocumentException if the gateway did not sign it
     * @throws UnreadableAnswerException if it did, but not as an instruction
     */
    public static OfflineInstruction open(String jws, KeyLookup keys) {
        return open(jws, keys, 0, Clock.systemUTC());
    }

    /**
     * The same of one that was used before a restart.
     *
     * @param heldFen what was held back by it so far, whole fen
     * @param clock that its end is seen by
     */
    public static OfflineInstruction open(String jws, KeyLookup keys, long heldFen, Clock clock) {
        if (heldFen < 0) {
            throw new IllegalArgumentException("heldFen is negative");
        }
        Clock given = Given.value(clock, "clock");
        return new OfflineInstruction(DOCUMENT.verified(jws, keys), given, heldFen);
    }

    public VerifiedInstruction instruction() {
        return instruction;
    }

    /** Whether anything may be held back by it now. */
    public boolean isValid() {
        return clock.instant().getEpochSecond() < instruction.validUntil();
    }

    /** What was held back by it so far, whole fen; keep it over a restart. */
    public long heldFen() {
        return held.get();
    }

    /**
     * How much to hold back of one payout, and takes it as held: the least of the rate, what is above the floor, and what the
     * cap leaves. Nothing once the instruction is over.
     *
     * @param payoutFen what the worker earned, whole fen
     * @return whole fen; report it with {@link #report}
     */
    public long hold(long payoutFen) {
        if (payoutFen < 0) {
            throw new IllegalArgumentException("payoutFen is negative");
        }
        if (!isValid()) {
            return 0;
        }
        // Hundreds first: no product of a payout leaves the range.
        long byRate =
                payoutFen / WHOLE * instruction.ratePercent() + payoutFen % WHOLE * instruction.ratePercent() / WHOLE;
        long most = Math.max(0, Math.min(byRate, payoutFen - instruction.floorFen()));
        long before = held.getAndAccumulate(most, (sum, asked) -> sum + Math.min(asked, left(sum)));
        return Math.min(most, left(before));
    }

    private long left(long sum) {
        return Math.max(0, instruction.capFen() - sum);
    }

    /**
     * What a later report says of a payout.
     *
     * @param heldFen what {@link #hold} gave for it
     */
    public HeldUnder report(long heldFen) {
        return HeldUnder.builder()
                .instructionId(instruction.instructionId())
                .heldFen(heldFen)
                .build();
    }
}
