package io.tongban.sandbox.province.exchangedb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row as the caller wrote it. Silent in {@link #toString()}: it holds personal data.
 *
 * @param number of the row
 * @param values by field, those that are null left out
 */
record RequestRow(long number, Map<String, String> values) {
    /** What the caller may fill in. */
    static final List<String> FIELDS = List.of(
            "serial",
            "transaction",
            "operator",
            "sent-at",
            "citizen-number",
            "name",
            "mobile",
            "place",
            "person-number",
            "kind",
            "period",
            "base",
            "amount",
            "payer",
            "day",
            "page");

    /** In a statement for {@link DialectSettings#statement}. */
    static final String COLUMNS =
            FIELDS.stream().map(field -> "[" + field + "]").collect(Collectors.joining(", "));

    RequestRow {
        values = Map.copyOf(values);
    }

    /** @param row the number, and then {@link #COLUMNS} */
    static RequestRow of(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = row.getString(i + 2);
            if (value != null) {
                values.put(FIELDS.get(i), value);
            }
        }
        return new RequestRow(row.getLong(1), values);
    }

    /** @throws UnreadableRowException if nothing stands there */
    String value(String field) throws UnreadableRowException {
        String value = values.get(field);
        if (value == null || value.isBlank()) {
            throw new UnreadableRowException(field + " is empty");
        }
        return value;
    }

    @Override
    public String toString() {
        return "RequestRow[" + number + "]";
    }
}
