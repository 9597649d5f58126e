package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An outlook in words that a worker can read. It names days and months, and never a person.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record OutlookText(String zh, String en) {
    /** A sentence stays one that can be read. */
    private static final int MOST_NAMED = 3;

    private static final Map<String, OutlookText> NAMES = Map.of(
            "AAE140:110", new OutlookText("职工养老保险", "Employees' pension"),
            "AAE140:170", new OutlookText("居民养老保险", "Resident pension"),
            "AAE140:310", new OutlookText("职工医疗保险", "Employees' medical insurance"),
            "AAE140:390", new OutlookText("居民医疗保险", "Resident medical insurance"),
            "AAE140:410", new OutlookText("职业伤害保障", "Occupational-injury protection"));

    public static OutlookText of(String insurance, Outlook outlook) {
        OutlookText name = nameOf(insurance);
        return new OutlookText(
                name.zh + "：" + stateZh(outlook) + collectedZh(outlook) + nextZh(outlook),
                (name.en + ": " + stateEn(outlook) + collectedEn(outlook) + nextEn(outlook)).strip());
    }

    /** What an insurance is called; its code where no name is known. */
    public static OutlookText nameOf(String insurance) {
        return NAMES.getOrDefault(insurance, new OutlookText(insurance, insurance));
    }

    private static String stateZh(Outlook outlook) {
        String paid = outlook.paidThrough() == null ? "" : "已缴至" + zh(outlook.paidThrough()) + "。";
        return switch (outlook.state()) {
            case NONE -> "本平台尚无缴费记录。";
            case COVERED -> paid;
            case WAITING ->
                paid
                        + (outlook.waitingUntil() == null
                                ? "等待期内。"
                                : "等待期" + (outlook.isWaitingAtMost() ? "最长" : "") + "至" + zh(outlook.waitingUntil())
                                        + "。");
            case SUSPENDED -> paid + (isPaused(outlook) ? "已暂停缴费。" : "已中断。");
            case ENDED -> paid + "已终止。";
            case UNKNOWN -> paid + (isByPlatform(outlook) ? "由平台按单缴纳。" : "保障状态的规定不明。");
        };
    }

    private static boolean isPaused(Outlook outlook) {
        return outlook.current().reason() == CoverReason.INSURANCE_PAUSED;
    }

    private static boolean isByPlatform(Outlook outlook) {
        return outlook.current().reason() == CoverReason.PAID_BY_PLATFORM;
    }

    private static String collectedZh(Outlook outlook) {
        return outlook.beingCollected().isEmpty()
                ? ""
                : months(outlook, OutlookText::zh, "、")
                        + (more(outlook) > 0 ? "等" + outlook.beingCollected().size() + "个月" : "")
                        + "正在收缴中，尚未确认。";
    }

    private static String collectedEn(Outlook outlook) {
        return outlook.beingCollected().isEmpty()
                ? ""
                : months(outlook, YearMonth::toString, ", ")
                        + (more(outlook) > 0 ? " and " + more(outlook) + " more" : "")
                        + " being collected, not confirmed yet. ";
    }

    private static String months(Outlook outlook, Function<YearMonth, String> written, String between) {
        return outlook.beingCollected().stream().limit(MOST_NAMED).map(written).collect(Collectors.joining(between));
    }

    private static int more(Outlook outlook) {
        return Math.max(0, outlook.beingCollected().size() - MOST_NAMED);
    }

    private static String stateEn(Outlook outlook) {
        String paid = outlook.paidThrough() == null ? "" : "paid through " + outlook.paidThrough() + ". ";
        return switch (outlook.state()) {
            case NONE -> "no payment known here yet. ";
            case COVERED -> paid;
            case WAITING ->
                paid
                        + (outlook.waitingUntil() == null
                                ? "Waiting. "
                                : "Waiting until " + outlook.waitingUntil()
                                        + (outlook.isWaitingAtMost() ? " at most. " : ". "));
            case SUSPENDED -> paid + (isPaused(outlook) ? "Paused. " : "Interrupted. ");
            case ENDED -> paid + "Ended. ";
            case UNKNOWN ->
                paid
                        + (isByPlatform(outlook)
                                ? "The platform pays for each order. "
                                : "No rule is known that says what is covered. ");
        };
    }

    private static String nextZh(Outlook outlook) {
        NextDue next = outlook.nextDue();
        LocalDate lapses = outlook.lapsesOn();
        if (outlook.state() == CoverState.UNKNOWN) {
            return "";
        }
        if (outlook.endsByOrder()) {
            return zh(lapses)
                    + (outlook.lapsesBy() == CoverReason.INSURANCE_PAUSED ? "起暂停缴费。" : "起终止。")
                    + (next != null && isDueBefore(next, lapses) ? dueZh(next) + "，否则该月无保障。" : "");
        }
        if (next == null) {
            return isYearOver(outlook) ? zh(lapses) + "到期，新年度费用自该日起可缴纳。" : "";
        }
        String pay = dueZh(next);
        if (outlook.isHoleDue()) {
            return pay + "，否则该月无保障。" + (lapses == null ? "" : "此后如不再缴纳，" + zh(lapses) + "起中断。");
        }
        if (lapses != null) {
            return pay + "，否则" + zh(lapses) + (outlook.state() == CoverState.WAITING ? "起等待期中止。" : "起中断。");
        }
        return pay + thenZh(outlook);
    }

    private static String thenZh(Outlook outlook) {
        AfterPaying then = outlook.afterPaying();
        if (then == null || isKept(outlook)) {
            return "。";
        }
        return switch (then.state()) {
            case COVERED -> outlook.paidThrough() == null ? "，保障开始。" : "，即可恢复。";
            case WAITING ->
                then.waitingUntil() == null ? "，缴纳后仍有等待期。" : "，缴纳后仍有等待期，最长至" + zh(then.waitingUntil()) + "。";
            case NONE, SUSPENDED, ENDED, UNKNOWN -> "。";
        };
    }

    /** What is paid by the year can be paid again when the year is over, and not before. */
    private static boolean isYearOver(Outlook outlook) {
        return outlook.lapsesOn() != null && outlook.state() == CoverState.COVERED;
    }

    private static String nextEn(Outlook outlook) {
        NextDue next = outlook.nextDue();
        LocalDate lapses = outlook.lapsesOn();
        if (outlook.state() == CoverState.UNKNOWN) {
            return "";
        }
        if (outlook.endsByOrder()) {
            return (outlook.lapsesBy() == CoverReason.INSURANCE_PAUSED ? "Paused from " : "Ends on ") + lapses + "."
                    + (next != null && isDueBefore(next, lapses)
                            ? " " + dueEn(next) + "; that month is not covered otherwise."
                            : "");
        }
        if (next == null) {
            return isYearOver(outlook) ? "Ends on " + lapses + "; the next year can be paid from that day on." : "";
        }
        if (outlook.isHoleDue()) {
            return dueEn(next) + "; that month is not covered otherwise."
                    + (lapses == null ? "" : " Lapses on " + lapses + " if nothing is paid after that.");
        }
        if (lapses != null) {
            String what = outlook.state() == CoverState.WAITING ? "The wait breaks off on " : "Lapses on ";
            return what + lapses + " unless " + next.month() + " is paid"
                    + (next.by() == null ? "" : " by " + next.by()) + ".";
        }
        return dueEn(next) + thenEn(outlook);
    }

    /** Whether a month before the order holds has still to be paid. */
    private static boolean isDueBefore(NextDue next, @Nullable LocalDate lapses) {
        return lapses != null && next.month().atDay(1).isBefore(lapses);
    }

    private static String dueZh(NextDue next) {
        return (next.by() == null ? "" : zh(next.by()) + "前") + "缴纳" + zh(next.month());
    }

    private static String dueEn(NextDue next) {
        return "Pay " + next.month() + (next.by() == null ? "" : " by " + next.by());
    }

    private static String thenEn(Outlook outlook) {
        AfterPaying then = outlook.afterPaying();
        if (then == null || isKept(outlook)) {
            return ".";
        }
        return switch (then.state()) {
            case COVERED -> outlook.paidThrough() == null ? " to be covered." : " to be covered again.";
            case WAITING ->
                then.waitingUntil() == null
                        ? "; a wait follows."
                        : "; a wait follows, until " + then.waitingUntil() + " at most.";
            case NONE, SUSPENDED, ENDED, UNKNOWN -> ".";
        };
    }

    private static boolean isKept(Outlook outlook) {
        return outlook.state() == CoverState.COVERED || outlook.state() == CoverState.WAITING;
    }

    private static String zh(YearMonth month) {
        return String.format(Locale.ROOT, "%d年%d月", month.getYear(), month.getMonthValue());
    }

    private static String zh(@Nullable LocalDate day) {
        return day == null ? "" : zh(YearMonth.from(day)) + day.getDayOfMonth() + "日";
    }
}
