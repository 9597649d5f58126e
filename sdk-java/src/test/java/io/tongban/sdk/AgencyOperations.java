package io.tongban.sdk;

import static io.tongban.sdk.farside.Samples.NOW;

import io.tongban.api.agency.AuditVerification;
import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerAlertList;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.agency.ReconciliationDayPage;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.StopList;
import io.tongban.api.province.ProvinceState;
import io.tongban.sdk.farside.AgencySamples;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every operation of the contract that an agency calls, and what answers it. */
final class AgencyOperations {
    private static final Partner PARTNER =
            new Partner("p-1", "丰送外卖", PartnerKind.PLATFORM, null, PartnerState.ACTIVE, List.of("k"), NOW, 1);

    private AgencyOperations() {}

    static Stream<Arguments> all() {
        return Stream.of(
                of(
                        "registerPartner",
                        t -> t.agency()
                                .register(PartnerRegistration.builder()
                                        .clientId("p-1")
                                        .name("丰送外卖")
                                        .kind(PartnerKind.PLATFORM)
                                        .jwks(Map.of("keys", List.of()))
                                        .build()),
                        PARTNER),
                of("listPartners", t -> new PartnerList(t.agency().list()), new PartnerList(List.of(PARTNER))),
                of("readPartner", t -> t.agency().get("p-1"), PARTNER),
                of(
                        "replacePartnerKeys",
                        t -> t.agency()
                                .replaceKeys(
                                        "p-1",
                                        PartnerKeys.builder()
                                                .jwks(Map.of("keys", List.of()))
                                                .build()),
                        PARTNER),
                of("changePartnerState", t -> t.agency().changeState("p-1", PartnerState.ACTIVE), PARTNER),
                of(
                        "changeProvinceState",
                        t -> t.agency().changeProvinceState("44", ProvinceState.PAUSED, "a move"),
                        AgencySamples.CONTROL),
                of("placeStop", t -> t.agency().stop(AgencySamples.STOP_ORDER), AgencySamples.STOP),
                of("releaseStop", t -> t.agency().release("stp_1"), AgencySamples.STOP),
                of(
                        "approveCertification",
                        t -> t.agency().approveCertification("crt_1", AgencySamples.CERTIFICATION_APPROVAL_ORDER),
                        AgencySamples.CERTIFICATION_APPROVAL),
                of("listStops", t -> t.agency().stops(), new StopList(List.of(AgencySamples.STOP))),
                of(
                        "listReviewTasks",
                        t -> t.reviewTasks()
                                .listAsync(ReviewTaskQuery.all(), null)
                                .join(),
                        new ReviewTaskPage(List.of(AgencySamples.TASK), "next")),
                of(
                        "listReconciliationDays",
                        t -> t.reconciliation()
                                .daysAsync(ReconciliationDayQuery.all(), null)
                                .join(),
                        new ReconciliationDayPage(List.of(AgencySamples.DAY), "next")),
                of(
                        "listDayDifferences",
                        t -> t.reconciliation()
                                .differencesAsync(DayDifferenceQuery.all(), null)
                                .join(),
                        new DayDifferencePage(List.of(AgencySamples.DIFFERENCE), null)),
                of("readReviewTask", t -> t.reviewTasks().get("tsk_1"), AgencySamples.TASK),
                of(
                        "resolveReviewTask",
                        t -> t.reviewTasks().settle("tsk_1", AgencySamples.SETTLEMENT),
                        AgencySamples.TASK),
                of("rotateGatewayKey", t -> t.agency().rotateGatewayKey(), new GatewayKey("gw-2", NOW, null)),
                of(
                        "listPartnerAlerts",
                        t -> new PartnerAlertList(t.agency().alerts()),
                        new PartnerAlertList(List.of())),
                of("verifyAudit", t -> t.agency().verifyAudit(), new AuditVerification(true, 3, 0, null, "00")));
    }

    private static Arguments of(String operation, Function<Tongban, Object> call, Object answer) {
        return Arguments.of(operation, call, answer);
    }
}
