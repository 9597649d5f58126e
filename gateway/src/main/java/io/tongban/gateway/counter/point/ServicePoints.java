package io.tongban.gateway.counter.point;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All points in this node's memory. Whoever changes some raises a number in the same transaction, each change waiting for
 * the one before; each node asks for the number every second and reads what has come since.
 */
@ApplicationScoped
public class ServicePoints {
    private final Jdbi jdbi;
    private final Map<String, Point> points = new HashMap<>();
    private volatile State state = new State(-1, new PointTree(List.of()), Map.of());

    private record State(long revision, PointTree tree, Map<Name, Point> byName) {}

    private record Name(String owner, String reference) {}

    @Inject
    public ServicePoints(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Scheduled(identity = "service-points", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (jdbi.withHandle(PointStore::revision) != state.revision) {
            refresh();
        }
    }

    /** Lets this node know what was committed. */
    synchronized void refresh() {
        jdbi.useHandle(handle -> {
            // The number first: what comes between the two looks is read once more.
            long revision = PointStore.revision(handle);
            PointStore.changedAfter(handle, state.revision).forEach(point -> points.put(point.id(), point));
            Map<Name, Point> byName = new HashMap<>();
            points.values().forEach(point -> byName.put(new Name(point.owner(), point.reference()), point));
            state = new State(revision, new PointTree(points.values()), byName);
        });
    }

    /** The one that its owner calls so, open or not. */
    public Optional<Point> find(String owner, String reference) {
        return Optional.ofNullable(known().byName.get(new Name(owner, reference)));
    }

    /** Those of an owner that are named, and what stands in a branch that is. */
    public List<Point> of(String owner, Set<String> named) {
        return known().byName.values().stream()
                .filter(point -> point.owner().equals(owner))
                .filter(point ->
                        named.contains(point.reference()) || (point.parent() != null && named.contains(point.parent())))
                .filter(point -> point.state() == Point.State.ACTIVE)
                .toList();
    }

    private State known() {
        if (state.revision < 0) {
            refresh();
        }
        return state;
    }

    /** Those that are open then, nearest first. */
    public List<PointTree.Near> nearest(Position place, Point.@Nullable Service service, ZonedDateTime when, int most) {
        return known().tree
                .nearest(
                        place,
                        point -> (service == null || point.services().contains(service))
                                && point.hours().isOpen(when),
                        most);
    }
}
