package io.tongban.sandbox.demo;

import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.InsuranceCover;
import io.tongban.api.cover.WorkerCover;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Cover over time as a picture: in letters for a terminal, and as an SVG. Each day is as wide as any other. */
final class CoverChart {
    private static final int LETTERS_A_MONTH = 4;
    private static final double DAY = 2.2;
    private static final int LEFT = 150;
    private static final int TOP = 64;
    private static final int ROW = 34;

    private CoverChart() {}

    /** What a state looks like; the letter tells it without colour, as the words do. */
    private enum Look {
        COVERED('█', "#1b7f4d", "covered 有保障"),
        WAITING('▒', "#e0a526", "waiting 等待期"),
        SUSPENDED('·', "#c0392b", "interrupted 中断"),
        ENDED('x', "#6b6b6b", "ended 终止"),
        NONE('-', "#dddddd", "nothing paid 未缴"),
        UNKNOWN('?', "#9fb4d1", "not known 不明");

        private final char letter;
        private final String colour;
        private final String words;

        Look(char letter, String colour, String words) {
            this.letter = letter;
            this.colour = colour;
            this.words = words;
        }

        static Look of(CoverPeriod period) {
            return valueOf(period.state().name());
        }
    }

    static String letters(WorkerCover cover) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-14s", ""));
        for (YearMonth month : months(cover)) {
            text.append(String.format(Locale.ROOT, "%-4s", String.format(Locale.ROOT, "%02d", month.getMonthValue())));
        }
        text.append(System.lineSeparator());
        for (InsuranceCover insurance : cover.insurances()) {
            text.append(String.format(Locale.ROOT, "  %-14s", insurance.province() + " " + insurance.insurance()));
            for (YearMonth month : months(cover)) {
                for (int i = 0; i < LETTERS_A_MONTH; i++) {
                    LocalDate day = month.atDay(1).plusDays((long) i * month.lengthOfMonth() / LETTERS_A_MONTH);
                    text.append(look(insurance.periods(), day).letter);
                }
            }
            text.append(System.lineSeparator());
        }
        text.append("  ");
        for (Look look : Look.values()) {
            text.append(look.letter).append(' ').append(look.words).append("  ");
        }
        return text.append(System.lineSeparator()).toString();
    }

    static String svg(WorkerCover cover) {
        long days = ChronoUnit.DAYS.between(cover.from(), cover.to()) + 1;
        double width = LEFT + days * DAY + 20;
        int legend = TOP + cover.insurances().size() * ROW + 16;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %d\" width=\"%.1f\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                width,
                legend + 40,
                width,
                legend + 40));
        svg.append(text(16, 26, "Cover from " + cover.from() + " to " + cover.to() + " · 保障情况"));
        for (YearMonth month : months(cover)) {
            svg.append(text(
                    x(cover, month.atDay(1)) + 3, TOP - 12, month.toString().substring(2)));
        }
        for (int row = 0; row < cover.insurances().size(); row++) {
            InsuranceCover insurance = cover.insurances().get(row);
            svg.append(text(16, TOP + row * ROW + 19, insurance.province() + " " + insurance.insurance()));
            for (CoverPeriod period : insurance.periods()) {
                svg.append(bar(cover, period, TOP + row * ROW));
            }
        }
        double at = 16;
        for (Look look : Look.values()) {
            svg.append(rectangle(at, legend, 14, 14, look.colour, look.words));
            svg.append(text(at + 20, legend + 12, look.words));
            at += 150;
        }
        return svg.append("</svg>").append(System.lineSeparator()).toString();
    }

    private static String bar(WorkerCover cover, CoverPeriod period, int y) {
        double left = x(cover, period.from());
        String title = period.from() + " to " + period.through() + ": " + period.state() + ", " + period.reason();
        return rectangle(
                left, y, x(cover, period.through().plusDays(1)) - left, ROW - 8, Look.of(period).colour, title);
    }

    private static String rectangle(double x, int y, double width, int height, String colour, String title) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>%n",
                x,
                y,
                width,
                height,
                colour,
                title);
    }

    private static String text(double x, int y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>%n", x, y, words);
    }

    private static double x(WorkerCover cover, LocalDate day) {
        return LEFT + ChronoUnit.DAYS.between(cover.from(), day) * DAY;
    }

    private static Look look(List<CoverPeriod> periods, LocalDate day) {
        return periods.stream()
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.through()))
                .findFirst()
                .map(Look::of)
                .orElse(Look.UNKNOWN);
    }

    private static List<YearMonth> months(WorkerCover cover) {
        return YearMonth.from(cover.from())
                .atDay(1)
                .datesUntil(cover.to().plusDays(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }
}
