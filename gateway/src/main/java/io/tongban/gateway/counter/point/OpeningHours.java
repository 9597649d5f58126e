package io.tongban.gateway.counter.point;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Days and hours of a week, in the part of OpenStreetMap's {@code opening_hours} that a counter needs: {@code Mo-Fr
 * 09:00-12:00,14:00-17:00; Sa 09:00-12:00} or {@code 24/7}. Nothing runs over midnight, and holidays are not known.
 *
 * @param text as it was written
 */
public record OpeningHours(String text, List<Span> spans) {
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
    private static final String SOME_DAYS = DAY + "(?:-" + DAY + ")?";
    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
    private static final Pattern RULE =
            Pattern.compile(SOME_DAYS + "(?:," + SOME_DAYS + ")* " + TIME + "(?:," + TIME + ")*");
    private static final String ALWAYS = "24/7";
    private static final int LONGEST = 100;
    private static final int WHOLE_DAY = 24 * 60;

    public OpeningHours {
        spans = List.copyOf(spans);
    }

    /** Minutes of these days, from and until but without. */
    public record Span(Set<DayOfWeek> days, int from, int until) {
        public Span {
            days = Set.copyOf(days);
        }
    }

    /** Empty for what cannot be read, and for hours that end before they begin. */
    static Optional<OpeningHours> read(String text) {
        if (text.equals(ALWAYS)) {
            return Optional.of(new OpeningHours(text, List.of(new Span(EnumSet.allOf(DayOfWeek.class), 0, WHOLE_DAY))));
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (String rule : text.split("; ", -1)) {
            if (!RULE.matcher(rule).matches()) {
                return Optional.empty();
            }
            String[] parts = rule.split(" ", 2);
            for (String time : parts[1].split(",", -1)) {
                Span span = new Span(days(parts[0]), minutes(time.substring(0, 5)), minutes(time.substring(6)));
                if (span.from() >= span.until()) {
                    return Optional.empty();
                }
                spans.add(span);
            }
        }
        return Optional.of(new OpeningHours(text, spans));
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String some : text.split(",", -1)) {
            int first = DAYS.indexOf(some.substring(0, 2));
            int last = DAYS.indexOf(some.substring(some.length() - 2));
            for (int i = first; i != last; i = (i + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(i + 1));
            }
            days.add(DayOfWeek.of(last + 1));
        }
        return days;
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    public boolean isOpen(ZonedDateTime when) {
        int minute = when.getHour() * 60 + when.getMinute();
        return spans.stream()
                .anyMatch(span ->
                        span.days().contains(when.getDayOfWeek()) && span.from() <= minute && minute < span.until());
    }
}
