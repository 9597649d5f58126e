package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.Mistake;
import io.tongban.sandbox.farside.Mistake.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Which rows of a day are made to differ in two books, and what has to be told of each: what we have on another day and
 * the province on this one is unknown here, and the mistakes of its own book are what their kind says.
 */
final class PlantedRows {
    /** Of each kind, where there are bookings enough. */
    static final int OF_A_KIND = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final List<String> elsewhere = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();

    /**
     * @param kinds of mistakes that the province's book can be made to have
     * @param booked fen of each booking of the day, by serial, the same in both books
     */
    PlantedRows(Set<Kind> kinds, Map<String, Long> booked, LocalDate day, SplittableRandom dice) {
        List<String> left = new ArrayList<>(booked.keySet());
        long bookings = 1 + kinds.stream().filter(kind -> kind != Kind.STRANGE).count();
        for (int i = 0; i < OF_A_KIND && left.size() >= bookings; i++) {
            String ours = taken(left, dice);
            elsewhere.add(ours);
            told.add("unknown-here " + ours);
            for (Kind kind : new TreeSet<>(kinds)) {
                String serial = kind == Kind.STRANGE ? neverGiven(day, i) : taken(left, dice);
                mistakes.add(new Mistake(kind, serial, booked.getOrDefault(serial, 0L) + 1, day));
                told.add(reason(kind) + " " + serial);
            }
        }
    }

    private static String taken(List<String> left, SplittableRandom dice) {
        return left.remove(dice.nextInt(left.size()));
    }

    /** In the form of a serial, but for a letter that no serial has. */
    private static String neverGiven(LocalDate day, int number) {
        return day.format(DAY) + String.format("UNASKED%07d", number);
    }

    /** What is listed twice counts twice. */
    private static String reason(Kind kind) {
        return switch (kind) {
            case LOST -> "missing-there";
            case TWICE, OTHER -> "amount-differs";
            case STRANGE -> "unknown-here";
        };
    }

    /** Serials that we have on another day. */
    List<String> elsewhere() {
        return elsewhere;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Reason and serial of each row. */
    Set<String> told() {
        return told;
    }
}
