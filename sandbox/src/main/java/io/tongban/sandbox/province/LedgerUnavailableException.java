package io.tongban.sandbox.province;

import java.sql.SQLException;

/**
 * The ledger's database failed. Names the SQL state alone: the database's own message may quote the row, and a row
 * holds personal data.
 */
public final class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailableException(SQLException cause) {
        super("ledger failed, SQL state " + cause.getSQLState());
    }
}
