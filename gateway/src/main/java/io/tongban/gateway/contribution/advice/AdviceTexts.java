package io.tongban.gateway.contribution.advice;

import io.tongban.gateway.contribution.advice.Reason.Code;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The reasons in words. */
final class AdviceTexts {
    private AdviceTexts() {}

    static Reason inBand(long fromFen, long toFen, PolicyEntry rule) {
        return of(
                Code.INCOME_IN_BAND,
                "平台从业者月收入在" + yuan(fromFen) + "至" + yuan(toFen) + "元之间，建议参加职工社会保险：待遇更高，随劳动收入缴费。",
                "You earn between " + yuan(fromFen) + " and " + yuan(toFen)
                        + " yuan a month through platforms: the employees' scheme is advised, which pays out more.",
                rule);
    }

    static Reason aboveBand(long toFen, PolicyEntry rule) {
        return of(
                Code.INCOME_ABOVE_BAND,
                "您的月收入高于" + yuan(toFen) + "元，能够负担职工社会保险。",
                "You earn more than " + yuan(toFen) + " yuan a month, and can afford the employees' scheme.",
                rule);
    }

    static Reason belowBand(long fromFen, boolean fits, PolicyEntry rule) {
        return of(
                Code.INCOME_BELOW_BAND,
                "您的月收入低于" + yuan(fromFen) + "元，" + (fits ? "城乡居民保险负担较轻。" : "职工社会保险可能负担较重。"),
                "You earn less than " + yuan(fromFen) + " yuan a month: "
                        + (fits ? "residents' insurance costs less." : "the employees' scheme may be too dear."),
                rule);
    }

    static Reason noPlatformWork(boolean fits) {
        return of(
                Code.NOT_PLATFORM_WORK,
                fits ? "您不在平台从业，建议参加城乡居民保险。" : "您不在平台从业，也可自愿以灵活就业人员身份参加职工社会保险。",
                fits
                        ? "You do not work through platforms: residents' insurance is advised."
                        : "You do not work through platforms; you may still join the employees' scheme of your own will.",
                null);
    }

    static Reason duplicate() {
        return of(
                Code.DUPLICATE,
                "职工保险与居民保险不能重复参加，重复缴费不增加待遇。",
                "Residents' and employees' insurance are not had at once: paying both adds nothing.",
                null);
    }

    static Reason heldCounterpart() {
        return of(
                Code.HELD_COUNTERPART,
                "您已参加对应的另一种保险，需先停止或转移后再参加。",
                "You have its counterpart already: that has to end or be transferred first.",
                null);
    }

    static Reason alreadyHeld() {
        return of(
                Code.ALREADY_HELD,
                "您已参加此项保险，请勿中断，也不要重复参保。",
                "You have it already: keep it up, and do not join twice.",
                null);
    }

    static Reason ageReached(YearMonth retires, PolicyEntry rule) {
        return of(
                Code.AGE_REACHED,
                "您在" + zh(retires) + "已达法定退休年龄，不能新参加此项保险。",
                "You reached the retirement age in " + retires + ": it cannot be begun any more.",
                rule);
    }

    static Reason retirementNear(YearMonth retires, int left, int missing, PolicyEntry rule) {
        return of(
                Code.RETIREMENT_NEAR,
                "您将于" + zh(retires) + "达到法定退休年龄，还可缴费" + left + "个月，而领取养老金还需缴费" + missing + "个月；请先咨询。",
                "You reach the retirement age in " + retires + ": " + left + " months are left, and a pension needs "
                        + missing + " more. Ask before you begin.",
                rule);
    }

    static Reason platformPays(PolicyEntry rule) {
        return of(
                Code.PLATFORM_PAYS,
                "职业伤害保障由平台按单缴纳，您无需缴费。",
                "The platform pays for each order; it costs you nothing.",
                rule);
    }

    private static Reason of(Code code, String zh, String en, @Nullable PolicyEntry rule) {
        return new Reason(code, zh, en, rule);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    private static String zh(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
