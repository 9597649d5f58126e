package io.tongban.gateway.counter.point;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The nearest of many points: a k-d tree over their places on the unit sphere, where the straight line is the shorter the
 * nearer two places are, at the poles and the date line, too. Whether a point is wanted is asked only of those that are
 * near enough. Immutable.
 */
public final class PointTree {
    private static final int AXES = 3;
    /** Of the squared straight line, whose last digits are not those of the distance: rather one more is looked at. */
    private static final double SLACK = 1e-12;

    private static final Comparator<Near> NEAREST_FIRST = Comparator.comparingDouble(Near::metres)
            .thenComparing(near -> near.point().id());

    /** In each part the middle one divides it: those before are on the one side of it, those after on the other. */
    private final Place[] places;

    PointTree(Collection<Point> points) {
        places = points.stream().filter(Point::isFound).map(Place::of).toArray(Place[]::new);
        divide(0, places.length, 0);
    }

    private void divide(int from, int to, int axis) {
        if (to - from > 1) {
            Arrays.sort(
                    places,
                    from,
                    to,
                    Comparator.comparingDouble(place -> place.at().on(axis)));
            int middle = (from + to) >>> 1;
            divide(from, middle, (axis + 1) % AXES);
            divide(middle + 1, to, (axis + 1) % AXES);
        }
    }

    private record Place(Point point, Vector at) {
        static Place of(Point point) {
            return new Place(point, Vector.to(point.position()));
        }
    }

    /** On the unit sphere. */
    private record Vector(double x, double y, double z) {
        static Vector to(Position position) {
            double latitude = Math.toRadians(position.latitude());
            double longitude = Math.toRadians(position.longitude());
            double cosine = Math.cos(latitude);
            return new Vector(cosine * Math.cos(longitude), cosine * Math.sin(longitude), Math.sin(latitude));
        }

        double on(int axis) {
            return axis == 0 ? x : axis == 1 ? y : z;
        }

        double squaredTo(Vector other) {
            double dx = x - other.x;
            double dy = y - other.y;
            double dz = z - other.z;
            return dx * dx + dy * dy + dz * dz;
        }
    }

    /** A point, and how far it is. */
    public record Near(Point point, double metres) {}

    /** At most so many, nearest first; by id where two are as far. */
    List<Near> nearest(Position place, Predicate<Point> wanted, int most) {
        Search search = new Search(place, wanted, most);
        search.in(0, places.length, 0);
        return search.found.stream().sorted(NEAREST_FIRST).toList();
    }

    private final class Search {
        private final Position place;
        private final Vector at;
        private final Predicate<Point> wanted;
        private final int most;
        /** The farthest first. */
        private final PriorityQueue<Near> found = new PriorityQueue<>(NEAREST_FIRST.reversed());

        /** Beyond that, nothing is looked at: the squared straight line to the farthest of those that were found. */
        private double bound = Double.POSITIVE_INFINITY;

        Search(Position place, Predicate<Point> wanted, int most) {
            this.place = place;
            this.wanted = wanted;
            this.most = most;
            this.at = Vector.to(place);
        }

        void in(int from, int to, int axis) {
            if (from >= to) {
                return;
            }
            int middle = (from + to) >>> 1;
            Place dividing = places[middle];
            double beyond = at.on(axis) - dividing.at().on(axis);
            int next = (axis + 1) % AXES;
            if (beyond < 0) {
                in(from, middle, next);
            } else {
                in(middle + 1, to, next);
            }
            look(dividing);
            if (beyond * beyond <= bound) {
                if (beyond < 0) {
                    in(middle + 1, to, next);
                } else {
                    in(from, middle, next);
                }
            }
        }

        private void look(Place each) {
            if (each.at().squaredTo(at) > bound || !wanted.test(each.point())) {
                return;
            }
            found.add(new Near(each.point(), place.metresTo(each.point().position())));
            if (found.size() > most) {
                found.remove();
            }
            if (found.size() == most) {
                double farthest = found.element().metres() / Position.EARTH_METRES;
                double line = 2 * Math.sin(farthest / 2);
                bound = line * line + SLACK;
            }
        }
    }
}
