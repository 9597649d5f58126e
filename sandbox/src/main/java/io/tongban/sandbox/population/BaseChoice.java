package io.tongban.sandbox.population;

import io.tongban.sandbox.province.BaseLimits;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which contribution bases a worker may choose from: each floor of the province, 80 and 100 % of the average wage. Most
 * take the lowest; the others any that is not above their income.
 */
final class BaseChoice {
    private static final int LOWEST_PERCENT = 60;
    /** One hundred yuan. */
    private static final long BELOW_FLOOR_FEN = 10_000;

    private BaseChoice() {}

    static List<Long> grades(BaseLimits limits) {
        LongStream floors = limits.floors().stream().mapToLong(BaseLimits.Floor::fen);
        LongStream shares = LongStream.of(limits.averageWageFen() * 80 / 100, limits.averageWageFen());
        return Stream.of(floors, shares)
                .flatMapToLong(grade -> grade)
                .sorted()
                .boxed()
                .toList();
    }

    static long choose(BaseLimits limits, long incomeFen, SplittableRandom dice) {
        List<Long> within =
                grades(limits).stream().filter(grade -> grade <= incomeFen).toList();
        boolean lowest = dice.nextInt(100) < LOWEST_PERCENT;
        return lowest || within.isEmpty() ? limits.lowestFloorFen() : within.get(dice.nextInt(within.size()));
    }

    static long belowFloor(BaseLimits limits) {
        return limits.lowestFloorFen() - BELOW_FLOOR_FEN;
    }
}
