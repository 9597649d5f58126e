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
    /** Its debts are none of the worker's. */
    private static final String PAID_BY_THE_PLATFORM = "AAE140:410";

    private static final Map<String, OutlookText> NAMES = Map.of(
            "AAE140:110", new OutlookText("职工养老保险", "Employees' pension"),
            "AAE140:170", new OutlookText("居民养老保险", "Resident pension"),
            "AAE140:310", new OutlookText("职工医疗保险", "Employees' medical insurance"),
            "AAE140:390", new OutlookText("居民医疗保险", "Resident medical insurance"),
            "AAE140:410", new OutlookText("职业伤害保障", "Occupational-injury protection"));

    public static OutlookText of(String insurance, Outlook outlook) {
        OutlookText name = NAMES.getOrDefault(insurance, new OutlookText(insurance, insurance));
        return new OutlookText(
                name.zh + "：" + stateZh(outlook) + nextZh(insurance, outlook),
                name.en + ": " + stateEn(outlook) + nextEn(insurance, outlook));
    }

    private static String stateZh(Outlook outlook) {
        String paid = outlook.paidThrough() == null ? "" : "已缴至" + zh(outlook.paidThrough()) + "。";
        return switch (outlook.state()) {
            case NONE -> "本平台尚无缴费记录。";
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
            case NONE -> "no payment known here yet. ";
            case COVERED -> paid;
            case WAITING ->
                paid + "Waiting until " + outlook.waitingUntil() + (outlook.isWaitingAtMost() ? " at most. " : ". ");
            case SUSPENDED -> paid + "Interrupted. ";
            case ENDED -> paid + "Ended. ";
            case UNKNOWN -> paid + "No rule is known that says what is covered. ";
        };
    }

    private static String nextZh(String insurance, Outlook outlook) {
        NextDue next = outlook.nextDue();
        if (next == null || outlook.state() == CoverState.UNKNOWN) {
            return "";
        }
        if (insurance.equals(PAID_BY_THE_PLATFORM)) {
            return "由平台缴纳。";
        }
        String pay = (next.by() == null ? "" : zh(next.by()) + "前") + "缴纳" + zh(next.month());
        LocalDate lapses = outlook.lapsesOn();
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

    private static String nextEn(String insurance, Outlook outlook) {
        NextDue next = outlook.nextDue();
        if (next == null || outlook.state() == CoverState.UNKNOWN) {
            return "";
        }
        if (insurance.equals(PAID_BY_THE_PLATFORM)) {
            return "Paid by the platform.";
        }
        String by = next.by() == null ? "" : " by " + next.by();
        LocalDate lapses = outlook.lapsesOn();
        if (lapses != null) {
            String what = outlook.state() == CoverState.WAITING ? "The wait breaks off on " : "Lapses on ";
            return what + lapses + " unless " + next.month() + " is paid" + by + ".";
        }
        return "Pay " + next.month() + by + thenEn(outlook);
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
