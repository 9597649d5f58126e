package io.tongban.gateway.contribution.change;

import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.worker.WorkerFixture;
import io.tongban.gateway.testing.House;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail.Changed;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceReply.Accepted;
import io.tongban.province.ProvinceReply.Refused;
import io.tongban.province.RefusalReason;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A platform's worker, known to provinces 44 and 51, and changes of what the worker is insured for. */
public record ChangeFixture(House house, String clientId, String workerId) {
    static final String GUANGDONG = "44";
    static final String SICHUAN = "51";
    static final YearMonth EARLIEST = YearMonth.of(2026, 12);

    /** The n-th person. */
    public static ChangeFixture of(House house, String clientId, int n) {
        String workerId = WorkerFixture.enrolled(house, clientId, n, GUANGDONG);
        WorkerFixture.enrolled(house, clientId, n, SICHUAN);
        return new ChangeFixture(house, clientId, workerId);
    }

    List<ChangeRecord> order(Handle handle, String reference, String province, InsuranceChange change, String... more) {
        return order(handle, reference, province, change, null, List.of(more));
    }

    private List<ChangeRecord> order(
            Handle handle,
            String reference,
            String province,
            InsuranceChange change,
            @Nullable YearMonth from,
            List<String> insurances) {
        ChangeRequest request = new ChangeRequest(
                reference,
                new ProvinceCode(province),
                change,
                insurances.stream().map(InsuranceKind::new).toList(),
                from,
                change.hasBase() ? 551_000L : null,
                "consent-" + reference);
        return house.get(ChangeService.class).change(handle, House.program(clientId), workerId, request);
    }

    /** One change of the pension; its id. */
    String pension(String reference, String province, InsuranceChange change, @Nullable YearMonth from) {
        return house.inTransaction(handle -> order(handle, reference, province, change, from, List.of("AAE140:110")))
                .get(0)
                .id();
    }

    String confirmed(String reference, String province, InsuranceChange change, @Nullable YearMonth from) {
        String id = pension(reference, province, change, from);
        settle(id, yes());
        return id;
    }

    /** Has province 44 confirm that a worker's pension is closed, or opened, from the earliest month on. */
    public static void confirmed(House house, String clientId, String workerId, InsuranceChange change) {
        new ChangeFixture(house, clientId, workerId).confirmed("closing-" + workerId, GUANGDONG, change, EARLIEST);
    }

    String corrected(String reference, @Nullable String name, @Nullable String mobile) {
        CorrectionRequest request =
                new CorrectionRequest(reference, new ProvinceCode(GUANGDONG), name, mobile, "consent-" + reference);
        return house.inTransaction(handle ->
                        house.get(ChangeService.class).correct(handle, House.program(clientId), workerId, request))
                .id();
    }

    boolean settle(String id, ProvinceReply reply) {
        return house.inTransaction(handle -> house.get(ChangeOperation.class).settle(handle, id, reply));
    }

    static ProvinceReply yes() {
        return new Accepted("S", new Changed("GD202611230000017"));
    }

    static ProvinceReply no() {
        return new Refused("S", RefusalReason.NOT_ELIGIBLE, "E7", "no");
    }

    ChangeRecord read(String id) {
        return house.jdbi.withHandle(handle -> house.get(ChangeService.class).read(handle, clientId, workerId, id));
    }

    /** Name and mobile by which province 44 knows the person, as far as the gateway knows. */
    List<String> knownAs() {
        return house
                .jdbi
                .withHandle(handle -> house.get(EnrolmentService.class).insuredWhere(handle, workerId))
                .stream()
                .filter(each -> each.province().value().equals(GUANGDONG))
                .flatMap(each -> List.of(each.person().name(), each.person().mobile()).stream())
                .toList();
    }
}
