package io.tongban.gateway.contribution.worker;

import io.tongban.gateway.contribution.enrolment.EnrolmentOperation;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Numbers;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand.Place;
import io.tongban.province.ProvinceDetail.Registered;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.LocalDate;
import java.util.List;

/** Registers made-up workers: the n-th one has the n-th citizen number. */
public final class WorkerFixture {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private WorkerFixture() {}

    static Registration registration(int n, String province) {
        return registration(n, province, "李秀英", "rider-" + n);
    }

    static Registration registration(int n, String province, String name, String reference) {
        return new Registration(
                reference,
                CitizenNumber.parse(Numbers.citizen(n), TODAY),
                PersonName.of(name),
                "13900000017",
                new ProvinceCode(province),
                Place.WORK_PLACE,
                "food-delivery",
                "consent-" + n,
                List.of());
    }

    /** Registers the n-th person for these insurances, each with its base; gives the enrolment's id. */
    public static String choosing(
            House house, String clientId, int n, String province, InsuranceChoices.Wish... wishes) {
        Registration plain = registration(n, province);
        WorkerView worker = register(
                house,
                clientId,
                new Registration(
                        plain.reference(),
                        plain.citizenNumber(),
                        plain.name(),
                        plain.mobile(),
                        plain.province(),
                        plain.place(),
                        plain.sector(),
                        plain.consentReference(),
                        List.of(wishes)));
        return worker.enrolments().stream()
                .filter(each -> each.province().value().equals(province))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static WorkerView register(House house, String clientId, Registration registration) {
        return house.inTransaction(
                handle -> house.get(WorkerService.class).register(handle, House.program(clientId), registration));
    }

    /** Registers the n-th person and has the province say yes; gives the worker's id. */
    public static String enrolled(House house, String clientId, int n, String province) {
        WorkerView worker = register(house, clientId, registration(n, province));
        worker.enrolments().forEach(enrolment -> settle(house, enrolment.id()));
        return worker.id();
    }

    /** Registers the n-th person; the province has not answered. */
    public static String registered(House house, String clientId, int n, String province) {
        return register(house, clientId, registration(n, province)).id();
    }

    public static void settle(House house, String enrolmentId) {
        settle(house, enrolmentId, new ProvinceReply.Accepted("S", new Registered("P" + enrolmentId.substring(20))));
    }

    /** Has every province say no that this worker was registered at. */
    public static void refuse(House house, String workerId) {
        ProvinceReply no = new ProvinceReply.Refused("S", RefusalReason.NOT_ELIGIBLE, "E7", "no");
        house.jdbi
                .withHandle(handle -> house.get(EnrolmentService.class).ofWorker(handle, workerId))
                .forEach(each -> settle(house, each.id(), no));
    }

    private static void settle(House house, String enrolmentId, ProvinceReply reply) {
        house.jdbi.useTransaction(handle -> house.get(EnrolmentOperation.class).settle(handle, enrolmentId, reply));
    }
}
