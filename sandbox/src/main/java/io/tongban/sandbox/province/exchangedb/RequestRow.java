package io.tongban.sandbox.province.exchangedb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as the caller wrote it. Silent in {@link #toString()}: it holds personal data.
 *
 * @param number {@code xh}
 * @param values by column, those that are null left out
 */
record RequestRow(long number, Map<String, String> values) {
    /** What the caller may fill in. */
    static final List<String> COLUMNS = List.of(
            "lsh", "jydm", "czy", "fssj", "aac147", "aac003", "aac067", "aae173", "aac001", "aae140", "aae002",
            "aae180", "yjje", "aab001");

    RequestRow {
        values = Map.copyOf(values);
    }

    static RequestRow of(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (String column : COLUMNS) {
            String value = row.getString(column);
            if (value != null) {
                values.put(column, value);
            }
        }
        return new RequestRow(row.getLong("xh"), values);
    }

    /** @throws UnreadableRowException if nothing stands there */
    String value(String column) throws UnreadableRowException {
        String value = values.get(column);
        if (value == null || value.isBlank()) {
            throw new UnreadableRowException(column + " is empty");
        }
        return value;
    }

    @Override
    public String toString() {
        return "RequestRow[" + number + "]";
    }
}
