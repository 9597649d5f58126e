package io.tongban.province.dialect.exchangedb;

import io.tongban.province.profile.Field;
import io.tongban.province.profile.Slot;
import java.util.Map;

/**
 * A row as it stands over there at this moment. Silent in {@link #toString()}, because a province may put anything
 * anywhere.
 *
 * @param texts of the selected columns, without the blanks around; empty where there is none
 */
record ExchangeRow(String flag, Map<Slot, String> texts) {
    ExchangeRow {
        texts = Map.copyOf(texts);
    }

    String text(Slot slot) {
        return texts.getOrDefault(slot, "");
    }

    String value(Field field) {
        return texts.entrySet().stream()
                .filter(column -> column.getKey().field() == field)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "ExchangeRow[…]";
    }
}
