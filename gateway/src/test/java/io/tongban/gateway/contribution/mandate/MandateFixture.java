package io.tongban.gateway.contribution.mandate;

import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mandates over pension and medical in province 44, from September 2026, capped at 2000 yuan. */
public final class MandateFixture {
    public static final long CAP_FEN = 200_000;
    static final Instant SIGNED_AT = Instant.parse("2026-08-31T02:00:00Z");

    private MandateFixture() {}

    static Grant grant(String reference, String workerId, String province, @Nullable YearMonth validTo) {
        return new Grant(
                reference,
                workerId,
                new ProvinceCode(province),
                Set.of(ScriptedProvinces.PENSION, ScriptedProvinces.MEDICAL),
                CAP_FEN,
                YearMonth.of(2026, 9),
                validTo,
                SIGNED_AT,
                "agreement-1",
                null);
    }

    /** Records a mandate over the pension alone, with terms for payouts; gives its id. */
    public static String forPayouts(House house, String clientId, String workerId, long capFen, PayoutTerms terms) {
        return forPayouts(house, clientId, workerId, "44", ScriptedProvinces.PENSION, capFen, terms);
    }

    /** The same over any one insurance of any province. */
    public static String forPayouts(
            House house,
            String clientId,
            String workerId,
            String province,
            InsuranceKind insurance,
            long capFen,
            PayoutTerms terms) {
        return create(
                        house,
                        clientId,
                        new Grant(
                                "payouts-" + workerId + "-" + terms.sharePercent() + "-" + terms.baseFen()
                                        + (terms.makesUp() ? "-up" : "")
                                        + (terms.limitFen() == null ? "" : "-" + terms.limitFen()),
                                workerId,
                                new ProvinceCode(province),
                                Set.of(insurance),
                                capFen,
                                YearMonth.of(2026, 9),
                                null,
                                SIGNED_AT,
                                "agreement-2",
                                terms))
                .id();
    }

    /** Records a mandate without an end; gives its id. */
    public static String given(House house, String clientId, String workerId) {
        String id = create(house, clientId, grant("mandate-" + workerId, workerId, "44", null))
                .id();
        // As one may be left over from a time when the province took work injury, too.
        house.jdbi.useHandle(handle -> handle.execute(
                "UPDATE mandate SET insurances = array_append(insurances, ?) WHERE id = ?",
                ScriptedProvinces.INJURY.value(),
                id));
        return id;
    }

    static RecordedMandate create(House house, String clientId, Grant grant) {
        return house.inTransaction(
                handle -> house.get(MandateService.class).create(handle, House.program(clientId), grant));
    }

    public static void revoke(House house, String clientId, String mandateId) {
        house.inTransaction(handle -> house.get(MandateService.class)
                .revoke(handle, House.program(clientId), mandateId, House.NOW, "changed platform"));
    }
}
