package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.contribution.mandate.MandateFixture;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import java.time.Instant;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/** An enrolled worker of a partner with a mandate, and withholdings for it. */
public record WithholdingFixture(House house, String clientId, String workerId, String mandateId) {
    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    public static final long AMOUNT_FEN = 110_200;

    /** The n-th person, enrolled in province 44. */
    public static WithholdingFixture of(House house, String clientId, int n) {
        String workerId = WorkerFixture.enrolled(house, clientId, n, "44");
        return new WithholdingFixture(house, clientId, workerId, MandateFixture.given(house, clientId, workerId));
    }

    WithholdingRequest order(String reference) {
        return order(reference, ScriptedProvinces.PENSION, OCTOBER, 551_000, AMOUNT_FEN);
    }

    WithholdingRequest order(
            String reference, InsuranceKind insurance, YearMonth period, long baseFen, long amountFen) {
        return new WithholdingRequest(reference, workerId, mandateId, insurance, period, baseFen, amountFen);
    }

    WithholdingRecord accept(WithholdingRequest order) {
        Payer payer = new Payer(House.program(clientId), House.CREDIT_CODE);
        return house.inTransaction(handle -> accept(house, handle, payer, order));
    }

    static WithholdingRecord accept(House house, Handle handle, Payer payer, WithholdingRequest order) {
        Inserts rows = new Inserts();
        WithholdingRecord accepted = house.get(WithholdingService.class).accept(handle, rows, payer, order);
        rows.execute(handle);
        return accepted;
    }

    public String accepted(String reference, YearMonth period) {
        return accept(order(reference, ScriptedProvinces.PENSION, period, 551_000, AMOUNT_FEN))
                .id();
    }

    public boolean settle(String id, ProvinceReply reply) {
        return settle(house, id, reply);
    }

    public static boolean settle(House house, String id, ProvinceReply reply) {
        return house.inTransaction(
                handle -> house.get(WithholdingOperation.class).settle(handle, id, reply));
    }

    public static ProvinceReply yes() {
        return yes(AMOUNT_FEN);
    }

    /** Booked under a receipt of its own, at this moment. */
    public static ProvinceReply booked(Instant at) {
        return new Accepted("S", new Withheld("GD" + at.toEpochMilli(), AMOUNT_FEN, at));
    }

    static ProvinceReply yes(long amountFen) {
        return new Accepted("S", new Withheld("GD202611230000017", amountFen, House.NOW.minusSeconds(1)));
    }

    public static ProvinceReply paidElsewhere() {
        return new Refused("S", RefusalReason.PERIOD_ALREADY_PAID, "C002", "已缴");
    }

    /** The province takes it back. */
    public void reverse(String id) {
        house.inTransaction(handle -> {
            house.get(WithholdingOperation.class).reverse(handle, id, house.clock.instant());
            return "";
        });
    }

    public static ProvinceReply no() {
        return new Refused("S", RefusalReason.AMOUNT_NOT_ALLOWED, "C001", "基数");
    }

    WithholdingRecord read(String id) {
        return house.jdbi.withHandle(
                handle -> house.get(WithholdingQueries.class).read(handle, clientId, id));
    }
}
