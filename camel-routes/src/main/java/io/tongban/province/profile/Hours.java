package io.tongban.province.profile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the province's system takes calls, in {@link ProvinceProfile#ZONE}.
 *
 * @param week the windows of each day of the week, without overlap; a day that has none is closed
 * @param closed days that are closed in spite of it
 */
public record Hours(Map<DayOfWeek, List<Window>> week, Closures closed) {
    /** At any time. */
    public static final Hours ALWAYS = new Hours(
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(Function.identity(), day -> List.of(Window.WHOLE_DAY))),
            Closures.NONE);

    /** Longer than a year: what does not change within it is taken for unchanging. */
    private static final int HORIZON_DAYS = 400;

    public Hours {
        week = Map.copyOf(week);
    }

    public boolean openAt(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ProvinceProfile.ZONE);
        int minute = local.getHour() * 60 + local.getMinute();
        return windows(local.toLocalDate()).stream().anyMatch(window -> window.covers(minute));
    }

    /** When it opens, if it is closed at this moment, or closes; empty if it does neither for more than a year. */
    public Optional<Instant> nextChange(Instant at) {
        if (equals(ALWAYS)) {
            return Optional.empty();
        }
        boolean open = openAt(at);
        LocalDate today = LocalDate.ofInstant(at, ProvinceProfile.ZONE);
        return today.datesUntil(today.plusDays(HORIZON_DAYS))
                .flatMap(this::edges)
                .filter(edge -> edge.isAfter(at) && openAt(edge) != open)
                .findFirst();
    }

    /** This moment, if it is open; else when it opens next, or, if that is more than a year away, that year's end. */
    public Instant opening(Instant at) {
        return openAt(at) ? at : nextChange(at).orElse(at.plus(Duration.ofDays(HORIZON_DAYS)));
    }

    /** When a command that is given at this moment will have its outcome, if it usually takes so long. */
    public Instant expected(Instant at, Duration typical) {
        return opening(at).plus(typical);
    }

    private List<Window> windows(LocalDate day) {
        return closed.on(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Stream<Instant> edges(LocalDate day) {
        return windows(day).stream()
                .flatMap(window -> Stream.of(window.from(), window.to()))
                .sorted()
                .map(minute -> day.atStartOfDay(ProvinceProfile.ZONE)
                        .plusMinutes(minute)
                        .toInstant());
    }

    /**
     * A part of a day.
     *
     * @param from first minute of the day
     * @param to minute of the day that no longer belongs to it; 1440 is the day's end
     */
    public record Window(int from, int to) {
        static final int MINUTES_A_DAY = 24 * 60;
        static final Window WHOLE_DAY = new Window(0, MINUTES_A_DAY);

        public Window {
            if (from < 0 || from >= to || to > MINUTES_A_DAY) {
                throw new IllegalArgumentException("a window lies within a day");
            }
        }

        boolean covers(int minute) {
            return from <= minute && minute < to;
        }

        boolean overlaps(Window other) {
            return from < other.to && other.from < to;
        }
    }
}
