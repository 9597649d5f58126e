package io.tongban.gateway.counter.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tree says what a look at all points would say. */
class PointTreeTest {
    private static final Random RANDOM = new Random(20261128);

    @Test
    void findsWhatALookAtAllWouldFind() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            points.add(point(i, somewhere(i % 3 == 0 ? 60 : 0.5)));
        }
        PointTree tree = new PointTree(points);
        for (int i = 0; i < 300; i++) {
            Position place = somewhere(i % 2 == 0 ? 80 : 1);
            int most = 1 + RANDOM.nextInt(20);
            boolean rare = i % 5 == 0;
            List<String> all = points.stream()
                    .filter(each -> !rare || each.services().contains(Point.Service.REVIEW))
                    .sorted(Comparator.comparingDouble((Point each) -> place.metresTo(each.position()))
                            .thenComparing(Point::id))
                    .limit(most)
                    .map(Point::id)
                    .toList();
            assertThat(
                            tree
                                    .nearest(
                                            place,
                                            each -> !rare || each.services().contains(Point.Service.REVIEW),
                                            most)
                                    .stream()
                                    .map(near -> near.point().id()))
                    .as("from %s, %d", place.text(), most)
                    .isEqualTo(all);
        }
    }

    /** Half of them crowd in a city, the rest are spread over the globe. */
    private static Position somewhere(double spread) {
        double latitude = 23 + spread * (RANDOM.nextDouble() - 0.5) * 2;
        double longitude = 113 + spread * (RANDOM.nextDouble() - 0.5) * 2;
        return new Position(Math.max(-89, Math.min(89, latitude)), Math.max(-179, Math.min(179, longitude)));
    }

    private static Point point(int number, Position position) {
        return new Point(
                "svp_" + (100_000 + number),
                "bank",
                "r-" + number,
                null,
                Point.Kind.BRANCH,
                Point.Level.COUNTY,
                "Branch",
                "Road",
                "440106",
                position,
                OpeningHours.read("24/7").orElseThrow(),
                number % 100 == 0 ? Set.of(Point.Service.PAY, Point.Service.REVIEW) : Set.of(Point.Service.PAY),
                List.of("zh"),
                Point.State.ACTIVE);
    }
}
