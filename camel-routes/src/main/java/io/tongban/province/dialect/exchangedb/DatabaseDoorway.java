package io.tongban.province.dialect.exchangedb;

import io.tongban.province.Capability;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Causes;
import io.tongban.province.dialect.Reach;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Looks whether rows could be exchanged: signs in once, and tries the statements of each transaction so that they insert
 * nothing and find nothing. Of what the database says only its state is used, for its messages quote rows.
 */
final class DatabaseDoorway {
    private static final String NO_SESSION = "the address takes connections, and no session comes about: ";
    /** Of no command. */
    private static final String SERIAL = "C0000000000000000000";

    private final ProvinceProfile profile;
    private final SqlDialect sql;

    DatabaseDoorway(ProvinceProfile profile) {
        this.profile = profile;
        this.sql = SqlDialect.of(profile);
    }

    Optional<String> obstacle(DataSource database) {
        try (Connection connection =
                database.getConnection(profile.operator(), profile.password().value())) {
            connection.setAutoCommit(false);
            Optional<String> lack = kinds().flatMap(kind -> tries(kind, profile))
                    .flatMap(each -> lack(connection, each).stream())
                    .findFirst();
            connection.rollback();
            return lack;
        } catch (SQLException e) {
            return Optional.of(whyNoSession(e));
        }
    }

    private Stream<TransactionKind> kinds() {
        return profile.transactions().keySet().stream()
                .filter(kind -> kind != TransactionKind.INQUIRE && profile.capability(kind) == Capability.ONLINE);
    }

    /**
     * A statement that does nothing.
     *
     * @param doing what it would do with the table, in words
     * @param empty parameters before the serial
     */
    private record Try(String text, String doing, String table, String option, List<String> columns, int empty) {}

    private static Stream<Try> tries(TransactionKind kind, ProvinceProfile profile) {
        Statements statements = new Statements(profile, kind);
        List<Slot> inserted = Statements.inserted(profile, kind);
        String table = profile.options().text("table");
        Stream<Try> row = Stream.of(
                new Try(
                        statements.row(),
                        "select from",
                        table,
                        "table",
                        columns(statements.selected(), Stream.of(statements.flag())),
                        0),
                // It looks for its serial first, and so may fail for want of what was tried before it.
                new Try(
                        statements.insertNothing(),
                        "insert into",
                        table,
                        "table",
                        columns(inserted, Stream.of()),
                        inserted.size()));
        Stream<Try> entries = statements.listed().isEmpty()
                ? Stream.of()
                : Stream.of(new Try(
                        statements.entries(),
                        "select from",
                        profile.options().text("rows-table"),
                        "rows-table",
                        columns(statements.listed(), Stream.of()),
                        0));
        return Stream.concat(row, entries);
    }

    private static List<String> columns(List<Slot> slots, Stream<String> more) {
        return Stream.concat(more, slots.stream().map(Slot::element)).distinct().toList();
    }

    private Optional<String> lack(Connection connection, Try each) {
        try (PreparedStatement statement = connection.prepareStatement(each.text())) {
            for (int i = 1; i <= each.empty(); i++) {
                statement.setString(i, null);
            }
            statement.setString(each.empty() + 1, profile.formats().written(SERIAL));
            statement.execute();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(
                    switch (SqlTrouble.of(e, sql)) {
                        case NO_TABLE -> "there is no table " + each.table() + "; look at options." + each.option();
                        case NO_COLUMN -> "the table " + each.table() + " has no column " + missing(connection, each);
                        case NO_GRANT, NO_SIGN_IN ->
                            profile.operator() + " may not " + each.doing() + " the table " + each.table()
                                    + ": a grant is missing" + (sql.hidesTables() ? ", or the table" : "");
                        default ->
                            "the database does not let us " + each.doing() + " the table " + each.table() + ": "
                                    + SqlTrouble.state(e);
                    });
        }
    }

    /** Which of them, by asking for one after the other: only the database's own words would say it at once. */
    private String missing(Connection connection, Try each) {
        String found = each.columns().stream()
                .filter(column -> isMissing(connection, each.table(), column))
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "that stands for the serial" : found;
    }

    private boolean isMissing(Connection connection, String table, String column) {
        String text = "select " + sql.quoted(column) + " from " + sql.quoted(table) + " where 1 = 0";
        try {
            // Some end the transaction with the first error.
            connection.rollback();
            try (PreparedStatement select = connection.prepareStatement(text)) {
                select.execute();
            }
            return false;
        } catch (SQLException e) {
            return SqlTrouble.of(e, sql) == SqlTrouble.NO_COLUMN;
        }
    }

    private String whyNoSession(SQLException failure) {
        String database = profile.endpoint().getPath().substring(1);
        return switch (SqlTrouble.of(failure, sql)) {
            case NO_SIGN_IN ->
                "the database refuses " + profile.operator()
                        + ": account or password is wrong, or nobody is let in from here; tried once";
            case NO_DATABASE -> "there is no database " + database + " at the address";
            case NO_GRANT ->
                profile.operator() + " may not use the database " + database + ": a grant is missing"
                        + (sql.hidesTables() ? ", or the database" : "");
            default -> profile.overTls() ? whyNoTls(failure) : NO_SESSION + said(failure);
        };
    }

    private String whyNoTls(SQLException failure) {
        return Causes.first(failure, IOException.class)
                .map(cause -> Reach.whyNoTls(profile, cause))
                .orElseGet(() -> sql.meansAnotherName(failure)
                        ? Reach.whyNoTls(profile, new IOException(new CertificateException("another name")))
                        : NO_SESSION + said(failure) + "; it may speak no TLS");
    }

    private static String said(SQLException failure) {
        return CallFailed.causeOf(failure) == UnknownCause.TIMEOUT ? "it does not answer" : SqlTrouble.state(failure);
    }
}
