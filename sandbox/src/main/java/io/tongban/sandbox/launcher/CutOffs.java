package io.tongban.sandbox.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;

/** Brings the end of months forward, which nobody who tries the sandbox would wait for. */
public final class CutOffs {
    private final PostgresServer postgres;

    public CutOffs(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** What is collected from payouts for this month is closed at the gateway's next look. */
    public void passed(YearMonth period) throws SQLException {
        try (Connection connection =
                        postgres.dataSource(GatewaySettings.DATABASE).getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update contribution_month set closes_at = now() where state = 'COLLECTING' and period = ?")) {
            update.setString(1, period.toString());
            update.executeUpdate();
        }
    }
}
