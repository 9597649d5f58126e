package io.tongban.gateway.console;

import io.tongban.gateway.contribution.cover.OutlookText;
import io.tongban.gateway.counter.payment.Payment;
import io.tongban.gateway.platform.config.ClockConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a receipt shows: nobody's name or number.
 *
 * @param mood of the state, for its colour: done, waiting or gone
 * @param yuan with two decimals
 * @param day in Asia/Shanghai
 * @param code in groups of five
 * @param address of this page, as the QR code has it
 */
public record ReceiptView(
        Notice state,
        String mood,
        String yuan,
        List<Paid> paid,
        String place,
        LocalDate day,
        String code,
        String address,
        QrCode qr) {
    /**
     * @param period such as 2026-11
     * @param yuan of this insurance, with two decimals
     * @param state what has become of it, which may be another thing than of the others
     */
    public record Paid(Notice insurance, String period, String yuan, Notice state) {}

    static ReceiptView of(Payment payment, String place, String baseUrl) {
        String address = baseUrl + "/receipts/" + payment.receiptCode();
        return new ReceiptView(
                state(payment.state()),
                mood(payment.state()),
                yuan(payment.amountFen()),
                payment.shares().stream()
                        .map(share -> new Paid(
                                name(share.insurance()),
                                String.valueOf(share.period()),
                                yuan(share.amountFen()),
                                state(payment.state(share))))
                        .toList(),
                place,
                LocalDate.ofInstant(payment.takenAt(), ClockConfig.ZONE),
                payment.receiptCode().replaceAll("(.{5})(?=.)", "$1-"),
                address,
                QrCode.of(address));
    }

    static Notice name(String insurance) {
        OutlookText name = OutlookText.nameOf(insurance);
        return new Notice(name.zh(), name.en());
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static Notice state(Payment.State state) {
        return switch (state) {
            case TAKEN -> new Notice("已收款，待入账", "Received, not yet booked");
            case PAID -> new Notice("已入账", "Booked by the province");
            case CANCELLED -> new Notice("已撤销并退款", "Cancelled and refunded");
            case TO_RETURN -> new Notice("未成功，款项退还", "Not booked, to be refunded to the worker");
            case PARTLY_TO_RETURN -> new Notice("部分退还", "Partly to be refunded to the worker");
        };
    }

    private static String mood(Payment.State state) {
        return switch (state) {
            case TAKEN -> "waiting";
            case PAID -> "done";
            case CANCELLED, TO_RETURN, PARTLY_TO_RETURN -> "gone";
        };
    }
}
