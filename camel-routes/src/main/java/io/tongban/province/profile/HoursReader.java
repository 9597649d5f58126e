package io.tongban.province.profile;

import io.tongban.province.dated.Values;
import io.tongban.province.dated.YamlEntry;
import io.tongban.province.profile.Closures.Span;
import io.tongban.province.profile.Hours.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads opening hours: {@code 06:00-22:00}, or a list of such, each for some days of the week. */
final class HoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String DAY = "(" + String.join("|", DAYS) + ")";
    private static final String TIME = "([01][0-9]|2[0-4]):([0-5][0-9])";
    private static final Pattern LINE = Pattern.compile("(?:" + DAY + "(?:-" + DAY + ")? +)?" + TIME + "-" + TIME);
    private static final Pattern SPAN = Pattern.compile("([0-9-]{10})(?:\\.\\.([0-9-]{10}))?");

    private HoursReader() {}

    static Hours hours(Optional<YamlEntry> entry) {
        return entry.map(hours -> new Hours(week(hours.get("open")), closures(hours.find("closed"))))
                .orElse(Hours.ALWAYS);
    }

    private static Map<DayOfWeek, List<Window>> week(YamlEntry open) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (YamlEntry line : open.isList() ? open.items() : List.of(open)) {
            add(line, week);
        }
        if (week.isEmpty()) {
            throw open.wrong("is never; write \"00:00-24:00\" if it is always open");
        }
        return week;
    }

    private static void add(YamlEntry line, Map<DayOfWeek, List<Window>> week) {
        Matcher parts = LINE.matcher(line.text());
        if (!parts.matches()) {
            throw line.wrong("is not opening hours; write \"06:00-22:00\", or [mon-fri 06:00-22:00, sat 08:00-12:00]");
        }
        int first = parts.group(1) == null ? 0 : DAYS.indexOf(parts.group(1));
        int last = parts.group(1) == null ? 6 : parts.group(2) == null ? first : DAYS.indexOf(parts.group(2));
        if (last < first) {
            throw line.wrong("runs past sunday; write two lines, one to sun and one from mon");
        }
        Window window = window(line, parts);
        for (int day = first; day <= last; day++) {
            List<Window> windows = week.computeIfAbsent(DayOfWeek.of(day + 1), none -> new ArrayList<>());
            if (windows.stream().anyMatch(window::overlaps)) {
                throw line.wrong("overlaps another line on " + DAYS.get(day) + "; write one of the two");
            }
            windows.add(window);
        }
    }

    private static Window window(YamlEntry line, Matcher parts) {
        int from = minute(parts.group(3), parts.group(4));
        int to = minute(parts.group(5), parts.group(6));
        if (from > to) {
            throw line.wrong("runs past midnight; write two lines, 00:00-" + parts.group(5) + ":" + parts.group(6)
                    + " and " + parts.group(3) + ":" + parts.group(4) + "-24:00");
        }
        return Values.built(
                line,
                "is wrong: opening hours end after they begin, at 24:00 at the latest",
                () -> new Window(from, to));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static Closures closures(Optional<YamlEntry> closed) {
        boolean monthEnd = false;
        List<Span> spans = new ArrayList<>();
        for (YamlEntry item : closed.map(YamlEntry::items).orElse(List.of())) {
            if (item.text().equals("month-end")) {
                monthEnd = true;
            } else {
                spans.add(span(item));
            }
        }
        return new Closures(monthEnd, spans);
    }

    private static Span span(YamlEntry item) {
        Matcher days = SPAN.matcher(item.text());
        if (!days.matches()) {
            throw item.wrong("is not a day; write 2026-12-31, 2026-10-01..2026-10-03 or month-end");
        }
        LocalDate from = Values.date(item, days.group(1));
        LocalDate to = days.group(2) == null ? from : Values.date(item, days.group(2));
        return Values.built(item, "ends before it begins; turn it round", () -> new Span(from, to));
    }
}
