package io.tongban.gateway.contribution.payout;

import io.tongban.province.InsuranceKind;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker is told of a part: how much, of which earnings, for what, and why it comes back. */
final class PartTexts {
    private static final Map<String, String> ENGLISH = Map.of(
            "AAE140:110", "employees' pension",
            "AAE140:170", "resident pension",
            "AAE140:210", "unemployment",
            "AAE140:310", "medical",
            "AAE140:390", "resident medical",
            "AAE140:410", "work injury");
    private static final Map<String, String> CHINESE = Map.of(
            "AAE140:110", "企业职工基本养老保险",
            "AAE140:170", "城乡居民基本养老保险",
            "AAE140:210", "失业保险",
            "AAE140:310", "基本医疗保险",
            "AAE140:390", "城乡居民基本医疗保险",
            "AAE140:410", "工伤保险");

    private PartTexts() {}

    static String english(PayoutRecord payout, Part part) {
        String what = yuan(part.amountFen()) + " yuan"
                + (isCounter(payout) ? " that you paid on " : " of your earnings of ") + payout.paidOn();
        String purpose = named(ENGLISH, part.insurance()) + " insurance of " + part.period();
        return switch (part.state()) {
            case HELD -> what + (isCounter(payout) ? " are for " : " are held back for ") + purpose + ".";
            case PAID -> what + " were paid in for " + purpose + ".";
            case TO_RETURN ->
                what + (isCounter(payout) ? ", for " : ", held back for ") + purpose + ", come back to you: "
                        + reason(part, false) + ".";
        };
    }

    private static boolean isCounter(PayoutRecord payout) {
        return payout.origin() == PayoutRequest.Origin.COUNTER;
    }

    static String chinese(PayoutRecord payout, Part part) {
        String what = "您" + payout.paidOn() + (isCounter(payout) ? "在柜台缴纳的" : "的收入中，") + yuan(part.amountFen()) + "元";
        String purpose = part.period() + "的" + named(CHINESE, part.insurance());
        return switch (part.state()) {
            case HELD -> what + (isCounter(payout) ? "用于缴纳" : "已暂扣，用于缴纳") + purpose + "。";
            case PAID -> what + "已用于缴纳" + purpose + "。";
            case TO_RETURN ->
                what + (isCounter(payout) ? "原用于缴纳" : "原暂扣用于缴纳") + purpose + "，现退还给您：" + reason(part, true) + "。";
        };
    }

    static String english(PayoutRecord payout, PayoutRecord.Returned returned) {
        return yuan(returned.amountFen()) + " yuan held back of your earnings of " + payout.paidOn()
                + " come back to you: " + lowered(returned.reason().title()) + ".";
    }

    static String chinese(PayoutRecord payout, PayoutRecord.Returned returned) {
        return "从您" + payout.paidOn() + "的收入中暂扣的" + yuan(returned.amountFen()) + "元现退还给您："
                + returned.reason().titleZh() + "。";
    }

    private static String named(Map<String, String> names, InsuranceKind insurance) {
        return names.getOrDefault(insurance.value(), insurance.value());
    }

    private static String reason(Part part, boolean chinese) {
        var reason = part.reason();
        return reason == null ? "" : lowered(chinese ? reason.titleZh() : reason.title());
    }

    private static String lowered(@Nullable String title) {
        return title == null || title.isEmpty() ? "" : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
