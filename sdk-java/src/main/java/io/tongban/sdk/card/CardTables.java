package io.tongban.sdk.card;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What drivers and cards are said to use, read from the tables beside this class: each row has a mark (official, third-party,
 * assumed), its source, and the day from which it was known here.
 */
final class CardTables {
    static final Map<CardItem, CardItem.Place> ITEMS = items();
    private static final Map<CardSlot, Integer> SLOTS = slots();
    private static final Map<Integer, String> FAULTS = faults();

    private CardTables() {}

    static int slotCode(CardSlot slot) {
        return SLOTS.getOrDefault(slot, 0);
    }

    /** The word for what a return code means; {@code unreadable} for those that nobody wrote down. */
    static String faultOf(int code) {
        return FAULTS.getOrDefault(code, "unreadable");
    }

    private static Map<CardItem, CardItem.Place> items() {
        Map<CardItem, CardItem.Place> found = new EnumMap<>(CardItem.class);
        rows("items.tsv")
                .forEach(row -> found.put(
                        CardItem.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                        new CardItem.Place(row[1], row[2])));
        return found;
    }

    private static Map<CardSlot, Integer> slots() {
        Map<CardSlot, Integer> found = new EnumMap<>(CardSlot.class);
        rows("codes.tsv").stream()
                .filter(row -> row[0].equals("slot"))
                .forEach(row -> found.put(
                        CardSlot.valueOf(row[2].toUpperCase(Locale.ROOT).replace('-', '_')), Integer.valueOf(row[1])));
        return found;
    }

    private static Map<Integer, String> faults() {
        Map<Integer, String> found = new HashMap<>();
        rows("codes.tsv").stream()
                .filter(row -> row[0].equals("return"))
                .forEach(row -> found.put(Integer.valueOf(row[1]), row[2]));
        return found;
    }

    /** Without the line that names the columns. */
    static List<String[]> rows(String table) {
        try (InputStream in = CardTables.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("The SDK's jar lacks " + table);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
