package io.tongban.province.dialect.exchangedb;

import io.tongban.province.profile.Field;
import java.util.Map;

/**
 * A row as it stands over there at this moment. Silent in {@link #toString()}, because a province may put anything
 * anywhere.
 *
 * @param values of the selected columns, without the blanks around; empty where there is none
 */
record ExchangeRow(String flag, Map<Field, String> values) {
    ExchangeRow {
        values = Map.copyOf(values);
    }

    String value(Field field) {
        return values.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "ExchangeRow[…]";
    }
}
