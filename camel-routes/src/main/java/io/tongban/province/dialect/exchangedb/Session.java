package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Fillers;
import io.tongban.province.dialect.LastHeard;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Slot;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of one call, on its connection. */
final class Session {
    private final Connection connection;
    private final int frameBytes;
    private ReadColumns read = new ReadColumns();

    Session(Connection connection, int frameBytes) {
        this.connection = connection;
        this.frameBytes = frameBytes;
    }

    /**
     * Inserts, unless a row of the serial is there. The lock comes in a statement of its own: the insert then sees what
     * the one who had it before has left.
     */
    void insertOnce(Statements statements, String serial, List<Optional<String>> values) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(statements.lock());
                PreparedStatement insert = connection.prepareStatement(statements.insert())) {
            if (statements.locksBySerial()) {
                lock.setString(1, serial);
            }
            lock.execute();
            requireLocked(statements, lock);
            for (int i = 0; i < values.size(); i++) {
                insert.setString(i + 1, values.get(i).orElse(null));
            }
            insert.setString(values.size() + 1, serial);
            insert.executeUpdate();
            connection.commit();
        }
        if (!statements.unlock().isEmpty()) {
            try (PreparedStatement unlock = connection.prepareStatement(statements.unlock())) {
                unlock.setString(1, serial);
                unlock.execute();
            }
        }
        connection.setAutoCommit(true);
    }

    /** A lock that is not had is told as a result in some databases; in the others it is an error of its own. */
    private static void requireLocked(Statements statements, PreparedStatement lock) throws SQLException {
        if (!statements.unlock().isEmpty()) {
            try (ResultSet result = lock.getResultSet()) {
                if (!result.next() || result.getInt(1) != 1) {
                    throw new CallFailed(UnknownCause.TIMEOUT);
                }
            }
        }
    }

    /** @throws CallFailed as unreadable if there are too many rows, or a value is too long */
    List<ExchangeRow> rows(Statements statements, String serial) throws SQLException {
        List<ExchangeRow> found = new ArrayList<>();
        read = new ReadColumns();
        LastHeard.note(read::octets);
        select(statements.row(), serial, Statements.MOST_ROWS, row -> {
            String flag = row.text(1, statements.flag(), 1);
            found.add(new ExchangeRow(flag, row.texts(statements.selected(), statements, 2)));
        });
        return found;
    }

    /** @throws CallFailed as unreadable if there are too many entries, or a value is too long */
    List<Map<Field, String>> entries(Statements statements, String serial) throws SQLException {
        List<Map<Field, String>> found = new ArrayList<>();
        select(
                statements.entries(),
                serial,
                statements.mostEntries(),
                row -> found.add(values(row.texts(statements.listed(), statements, 1))));
        return found;
    }

    private static Map<Field, String> values(Map<Slot, String> texts) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        texts.forEach((slot, text) -> {
            if (slot.filler()) {
                Fillers.require(slot, text);
            } else {
                values.put(slot.field(), text);
            }
        });
        return values;
    }

    private void select(String sql, String serial, int most, Reading reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, serial);
            try (ResultSet result = select.executeQuery()) {
                Cells cells = new Cells(result, frameBytes, read);
                for (int count = 0; result.next(); count++) {
                    if (count == most) {
                        throw new CallFailed(UnknownCause.UNREADABLE);
                    }
                    reading.of(cells);
                    read.rowEnded();
                }
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        void of(Cells row) throws SQLException;
    }

    /** The current row's values, as long as they stay within the bounds of an answer. */
    private static final class Cells {
        private final ResultSet result;
        private final ReadColumns read;
        private int bytesLeft;

        Cells(ResultSet result, int bytes, ReadColumns read) {
            this.result = result;
            this.bytesLeft = bytes;
            this.read = read;
        }

        Map<Slot, String> texts(List<Slot> slots, Statements statements, int first) throws SQLException {
            Map<Slot, String> texts = new HashMap<>();
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                texts.put(slot, text(first + i, slot.element(), statements.width(slot.field())));
            }
            return texts;
        }

        String text(int column, String name, int width) throws SQLException {
            String text = result.getString(column);
            read.column(name, text == null ? "" : text);
            if (text == null) {
                return "";
            }
            bytesLeft -= text.getBytes(StandardCharsets.UTF_8).length;
            if (bytesLeft < 0 || text.codePointCount(0, text.length()) > width) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            return text.strip();
        }
    }
}
