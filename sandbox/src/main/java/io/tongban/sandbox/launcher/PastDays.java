package io.tongban.sandbox.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Lets what was booked today have been booked on a past day, which nobody who tries the sandbox would wait for. */
public final class PastDays {
    private final PostgresServer postgres;

    public PastDays(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** In the province's book and in the gateway's. */
    public void moveBoth(String province, List<String> serials, LocalDate to) throws SQLException {
        moveOurs(serials, to);
        moveTheirs(province, serials, to);
    }

    /** In the gateway's book alone. */
    public void moveOurs(List<String> serials, LocalDate to) throws SQLException {
        move(gateway(), "withholding", serials, to);
    }

    /** In the province's book alone. */
    public void moveTheirs(String province, List<String> serials, LocalDate to) throws SQLException {
        move(postgres.dataSource("sim_" + province), "booking", serials, to);
    }

    /** The gateway compares this day, again if it has done so, at its next look. */
    public void compare(String province, LocalDate day) throws SQLException {
        try (Connection connection = gateway().getConnection();
                PreparedStatement open = connection.prepareStatement("""
                        insert into reconciliation_day (province, day, next_look) values (?, ?::date, now())
                        on conflict (province, day) do update set state = 'OPEN', statement = null, settled_at = null,
                            next_look = now()
                        """)) {
            open.setString(1, province);
            open.setString(2, day.toString());
            open.executeUpdate();
        }
    }

    /** Those of these that the gateway, too, knows as booked, in their order: of others a day has no end yet. */
    public List<String> confirmed(List<String> serials) throws SQLException {
        Set<String> confirmed = new HashSet<>();
        try (Connection connection = gateway().getConnection();
                PreparedStatement query = connection.prepareStatement("select serial from withholding"
                        + " where state = 'CONFIRMED' and serial = any (string_to_array(?, ','))")) {
            query.setString(1, String.join(",", serials));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    confirmed.add(rows.getString(1));
                }
            }
        }
        return serials.stream().filter(confirmed::contains).toList();
    }

    private DataSource gateway() {
        return postgres.dataSource(GatewaySettings.DATABASE);
    }

    private static void move(DataSource book, String table, List<String> serials, LocalDate to) throws SQLException {
        try (Connection connection = book.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + table
                        + " set booked_at = ?::timestamptz where serial = any (string_to_array(?, ','))")) {
            update.setString(1, to + "T12:00:00+08");
            update.setString(2, String.join(",", serials));
            update.executeUpdate();
        }
    }
}
