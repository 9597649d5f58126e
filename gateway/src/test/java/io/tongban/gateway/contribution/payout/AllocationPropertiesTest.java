package io.tongban.gateway.contribution.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever up to five platforms pay out, in whatever order: never more than was allowed, and the month to the fen. */
class AllocationPropertiesTest {
    @Property(tries = 2_000)
    void neverHoldsMoreThanDueShareCapOrPayoutAllow(
            @ForAll @LongRange(min = 1, max = 2_000_000) long due,
            @ForAll @Size(5) List<@IntRange(min = 1, max = 100) Integer> shares,
            @ForAll @Size(5) List<@LongRange(min = 0, max = 2_000_000) Long> caps,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @Size(40) List<@LongRange(min = 1, max = 3_000_000) Long> earned,
            @ForAll @Size(40) List<@IntRange(max = 4) Integer> platforms) {
        long[] own = new long[5];
        long held = 0;
        for (int i = 0; i < earned.size(); i++) {
            int platform = platforms.get(i);
            long most = Allocation.mostOfPayoutFen(earned.get(i), percent, 0);
            long share = Allocation.shareFen(due, shares.get(platform));
            long hold = Allocation.holdFen(due, held, own[platform], share, caps.get(platform), most);
            assertThat(hold).isBetween(0L, most);
            own[platform] += hold;
            held += hold;
            assertThat(own[platform]).isLessThanOrEqualTo(Math.min(share, caps.get(platform)));
            assertThat(held).isLessThanOrEqualTo(due);
        }
    }

    @Property(tries = 2_000)
    void sharesOfAHundredPercentComeToTheMonthInAnyOrder(
            @ForAll @LongRange(min = 1, max = 2_000_000) long due,
            @ForAll @Size(4) List<@IntRange(max = 100) Integer> cuts,
            @ForAll @Size(60) List<@IntRange(max = 4) Integer> order) {
        int[] shares = shares(cuts);
        long[] own = new long[5];
        long held = 0;
        for (int platform : order) {
            held += pay(due, held, own, shares, platform, due / 7);
        }
        for (int platform = 0; platform < 5; platform++) {
            held += pay(due, held, own, shares, platform, due);
        }
        assertThat(held).isEqualTo(due);
        for (int platform = 0; platform < 5; platform++) {
            // To the fen that rounding up may have left to the others.
            assertThat(Allocation.shareFen(due, shares[platform]) - own[platform])
                    .isBetween(0L, 4L);
        }
    }

    @Property(tries = 1_000)
    void withinAHundredPercentNoPlatformIsToldLessBecauseOfAnother(
            @ForAll @LongRange(min = 1, max = 20_000) long hundreds,
            @ForAll @Size(4) List<@IntRange(max = 100) Integer> cuts,
            @ForAll @Size(30) List<@IntRange(max = 4) Integer> order,
            @ForAll @Size(30) List<@LongRange(max = 500_000) Long> earned) {
        // A month of whole hundreds of fen, as 20 percent of a base in yuan is where nothing has to be rounded.
        long due = hundreds * 100;
        int[] shares = shares(cuts);
        long[] together = new long[5];
        long[] alone = new long[5];
        long held = 0;
        for (int i = 0; i < order.size(); i++) {
            int platform = order.get(i);
            long told = pay(due, held, together, shares, platform, earned.get(i));
            held += told;
            assertThat(told).isEqualTo(pay(due, alone[platform], alone, shares, platform, earned.get(i)));
        }
    }

    private static long pay(long due, long held, long[] own, int[] shares, int platform, long left) {
        long hold = Allocation.holdFen(
                due, held, own[platform], Allocation.shareFen(due, shares[platform]), Long.MAX_VALUE, left);
        own[platform] += hold;
        return hold;
    }

    /** Five shares that come to 100. */
    private static int[] shares(List<Integer> cuts) {
        int[] sorted = cuts.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new int[] {
            sorted[0], sorted[1] - sorted[0], sorted[2] - sorted[1], sorted[3] - sorted[2], 100 - sorted[3]
        };
    }
}
