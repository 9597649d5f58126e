package io.tongban.gateway.console;

import java.time.LocalDate;
import java.util.List;

/**
 * A worker at the counter, masked as for every partner.
 *
 * @param point where
 * @param identified how the worker was identified
 * @param isPaying whether that was asked for, so that what is owed is shown
 */
public record Served(
        Desk.Who who,
        String workerId,
        String name,
        String number,
        String mobile,
        String point,
        String identified,
        List<Province> provinces,
        boolean isPaying,
        List<Owing> owing) {
    public Served {
        provinces = List.copyOf(provinces);
        owing = List.copyOf(owing);
    }

    /** What is known of the worker in one province. */
    public record Province(Notice name, Notice state, List<Insurance> insurances) {}

    /**
     * @param paidThrough last month paid without a gap, or a dash
     * @param source who says so
     * @param cover in a sentence
     */
    public record Insurance(Notice name, Notice state, String paidThrough, Notice source, Notice cover) {}

    /**
     * What can be paid under one mandate.
     *
     * @param obstacle why nothing can be paid; nothing is there otherwise
     * @param key of the payment, so that it is taken once however often it is sent
     */
    public record Owing(
            String mandateId, Notice province, List<Month> months, long fen, String yuan, Notice obstacle, String key) {
        public boolean isPayable() {
            return fen > 0;
        }
    }

    /** One insurance's month: what the rules ask for, and what is left of it. */
    public record Month(Notice insurance, String period, LocalDate cutOff, String dueYuan, String leftYuan) {}

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Served[" + workerId + "]";
    }
}
