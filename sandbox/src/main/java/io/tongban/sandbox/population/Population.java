package io.tongban.sandbox.population;

import io.tongban.sandbox.province.ContributionPolicy;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the sandbox's workers. Everything follows from seed, index and month: the same three give the same worker, in
 * whatever order they are made, and no memory is held.
 *
 * <p><b>Nobody's number.</b> A citizen number begins with the six digits of the division that issued it. Those made here
 * have a real province's two digits, and then prefecture {@code 99}, which the code standard GB/T 2260 never allotted in
 * any province; so no police office can have issued one, while length, province, birth date and check character are all
 * in order. A validator that holds the whole list of divisions would rightly refuse them.
 *
 * <p><b>On purpose wrong</b> are ten of each hundred, one for each {@link Flaw}, at places that move from hundred to
 * hundred so that every flaw meets every platform.
 */
public final class Population {
    /** Beyond it a citizen number could come twice. */
    public static final int MOST = 2_800_000;

    /** The month that the demo withholds. */
    public static final YearMonth USUAL_PERIOD = YearMonth.of(2026, 10);

    private Population() {}

    /** The first {@code size} workers of a seed, for the usual month. */
    public static Stream<SyntheticWorker> generate(long seed, int size) {
        return generate(seed, size, USUAL_PERIOD);
    }

    /**
     * The first {@code size} workers of a seed.
     *
     * @param size at most {@link #MOST}
     * @param period month to withhold for; bases and amounts follow the limits of that month
     * @throws IllegalArgumentException if limits are not known for that month
     */
    public static Stream<SyntheticWorker> generate(long seed, int size, YearMonth period) {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException("size lies between 0 and " + MOST);
        }
        WorkerMaker maker = new WorkerMaker(seed, period, ContributionPolicy.shipped());
        return IntStream.range(0, size).mapToObj(maker::worker);
    }

    /** The platforms that the workers work for. */
    public static List<Platform> platforms() {
        return Roster.shipped().platforms();
    }
}
