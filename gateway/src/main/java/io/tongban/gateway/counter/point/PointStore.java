package io.tongban.gateway.counter.point;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tables service_point and service_point_revision. */
final class PointStore {
    private static final String COLUMNS = "id, client_id, reference, parent, kind, level, name, address, division,"
            + " latitude, longitude, hours, services, languages, state";

    private PointStore() {}

    static long revision(Handle handle) {
        return handle.createQuery("SELECT revision FROM service_point_revision")
                .mapTo(Long.class)
                .one();
    }

    /** Changes wait for each other here, so that numbers are committed in their order. */
    static long nextRevision(Handle handle) {
        return handle.createQuery("UPDATE service_point_revision SET revision = revision + 1 RETURNING revision")
                .mapTo(Long.class)
                .one();
    }

    static List<Point> changedAfter(Handle handle, long revision) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM service_point WHERE revision > :revision")
                .setFetchSize(1000)
                .bind("revision", revision)
                .map((row, context) -> point(row))
                .list();
    }

    /** By reference. */
    static Map<String, Point> ofOwner(Handle handle, String owner, Collection<String> references) {
        if (references.isEmpty()) {
            return new HashMap<>();
        }
        return handle
                .createQuery("SELECT " + COLUMNS
                        + " FROM service_point WHERE client_id = :owner AND reference IN (<references>)")
                .bind("owner", owner)
                .bindList("references", List.copyOf(references))
                .map((row, context) -> point(row))
                .stream()
                .collect(Collectors.toMap(Point::reference, each -> each));
    }

    /** Inserts and changes them all. */
    static void save(Handle handle, Collection<Point> points, long revision, Instant now) {
        var batch = handle.prepareBatch("""
                INSERT INTO service_point (id, client_id, reference, parent, kind, level, name, address, division,
                       latitude, longitude, hours, services, languages, state, revision, created_at, changed_at)
                VALUES (:id, :owner, :reference, :parent, :kind, :level, :name, :address, :division,
                       :latitude, :longitude, :hours, :services, :languages, :state, :revision, :now, :now)
                ON CONFLICT (client_id, reference) DO UPDATE
                   SET parent = excluded.parent, kind = excluded.kind, level = excluded.level, name = excluded.name,
                       address = excluded.address, division = excluded.division, latitude = excluded.latitude,
                       longitude = excluded.longitude, hours = excluded.hours, services = excluded.services,
                       languages = excluded.languages, state = excluded.state, revision = excluded.revision,
                       changed_at = excluded.changed_at
                """);
        for (Point point : points) {
            batch.bind("id", point.id())
                    .bind("owner", point.owner())
                    .bind("reference", point.reference())
                    .bind("parent", point.parent())
                    .bind("kind", point.kind().name())
                    .bind("level", point.level().name())
                    .bind("name", point.name())
                    .bind("address", point.address())
                    .bind("division", point.division())
                    .bind("latitude", point.position().latitude())
                    .bind("longitude", point.position().longitude())
                    .bind("hours", point.hours().text())
                    .bind(
                            "services",
                            words(point.services().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toList()))
                    .bind("languages", words(point.languages()))
                    .bind("state", point.state().name())
                    .bind("revision", revision)
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    private static String words(List<String> words) {
        return String.join(" ", words);
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("reference"),
                parent(row),
                Point.Kind.valueOf(row.getString("kind")),
                Point.Level.valueOf(row.getString("level")),
                row.getString("name"),
                row.getString("address"),
                row.getString("division"),
                new Position(row.getDouble("latitude"), row.getDouble("longitude")),
                OpeningHours.read(row.getString("hours")).orElseThrow(),
                Arrays.stream(row.getString("services").split(" ", -1))
                        .map(Point.Service::valueOf)
                        .collect(Collectors.toSet()),
                List.of(row.getString("languages").split(" ", -1)),
                Point.State.valueOf(row.getString("state")));
    }

    private static @Nullable String parent(ResultSet row) throws SQLException {
        return row.getString("parent");
    }
}
