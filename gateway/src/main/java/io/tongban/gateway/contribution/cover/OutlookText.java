package io.tongban.gateway.contribution.cover;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outlook in words that a worker can read. It names days and months, and never a person.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record OutlookText(String zh, String en) {
    private static final Map<String, OutlookText> NAMES = Map.of(
            "AAE140:110", new OutlookText("职工养老保险", "Employees' pension"),
            "AAE140:170", new OutlookText("居民养老保险", "Resident pension"),
            "AAE140:310", new OutlookText("职工医疗保险", "Employees' medical insurance"),
            "AAE140:390", new OutlookText("居民医疗保险", "Resident medical insurance"),
            "AAE140:410", new OutlookText("职业伤害保障", "Occupational-injury protection"));

    public static OutlookText of(String insurance, Outlook outlook) {
        OutlookText name = NAMES.getOrDefault(insurance, new OutlookText(insurance, insurance));
        return new OutlookText(
                name.zh + "：" + stateZh(outlook) + nextZh(outlook),
                name.en + ": " + stateEn(outlook) + nextEn(outlook));
    }

    private static String stateZh(Outlook outlook) {
        String paid = outlook.paidThrough() == null ? "" : "已缴至" + zh(outlook.paidThrough()) + "。";
        return switch (outlook.state()) {
            case NONE -> "尚无缴费记录。";
            case COVERED -> paid;
            case WAITING ->
                paid + "等待期" + (outlook.isWaitingAtMost() ? "最长" : "") + "至" + zh(outlook.waitingUntil()) + "。";
            case SUSPENDED -> paid + "已中断。";
            case ENDED -> paid + "已终止。";
            case UNKNOWN -> paid + "保障状态的规定不明。";
        };
    }

    private static String stateEn(Outlook outlook) {
        String paid = outlook.paidThrough() == null ? "" : "paid through " + outlook.paidThrough() + ". ";
        return switch (outlook.state()) {
            case NONE -> "no payment yet. ";
            case COVERED -> paid;
            case WAITING ->
                paid + "Waiting until " + outlook.waitingUntil() + (outlook.isWaitingAtMost() ? " at most. " : ". ");
            case SUSPENDED -> paid + "Interrupted. ";
            case ENDED -> paid + "Ended. ";
            case UNKNOWN -> paid + "No rule is known that says what is covered. ";
        };
    }

    private static String nextZh(Outlook outlook) {
        NextDue next = outlook.nextDue();
        if (next == null) {
            return "";
        }
        String pay = (next.by() == null ? "" : zh(next.by()) + "前") + "缴纳" + zh(next.month());
        LocalDate lapses = outlook.lapsesOn();
        return lapses == null ? pay + "，即可恢复。" : pay + "，否则" + zh(lapses) + "起中断。";
    }

    private static String nextEn(Outlook outlook) {
        NextDue next = outlook.nextDue();
        if (next == null) {
            return "";
        }
        String by = next.by() == null ? "" : " by " + next.by();
        LocalDate lapses = outlook.lapsesOn();
        return lapses == null
                ? "Pay " + next.month() + by + " to go on."
                : "Lapses on " + lapses + " unless " + next.month() + " is paid" + by + ".";
    }

    private static String zh(YearMonth month) {
        return String.format(Locale.ROOT, "%d年%d月", month.getYear(), month.getMonthValue());
    }

    private static String zh(@Nullable LocalDate day) {
        return day == null ? "" : zh(YearMonth.from(day)) + day.getDayOfMonth() + "日";
    }
}
