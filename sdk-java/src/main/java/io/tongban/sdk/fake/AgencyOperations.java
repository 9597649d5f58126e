package io.tongban.sdk.fake;

import io.tongban.api.Patterns;
import io.tongban.api.Scopes;
import io.tongban.api.agency.AuditVerification;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerAlertList;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerStateChange;
import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ProvinceStateChange;
import io.tongban.api.province.ProvinceState;
import java.util.List;
import java.util.Map;

/** What only the agency does. The fake keeps no audit log, so its chain is empty and whole; and it alerts nobody. */
final class AgencyOperations {
    private static final String PARTNERS = "/v1/admin/partners";

    private final Partners partners;
    private final Provinces provinces;
    private final Course course;
    private final Seal seal;

    AgencyOperations(Partners partners, Provinces provinces, Course course, Seal seal) {
        this.partners = partners;
        this.provinces = provinces;
        this.course = course;
        this.seal = seal;
    }

    List<Route> routes() {
        String admin = Scopes.AGENCY_ADMIN;
        return List.of(
                Route.effect("POST", PARTNERS, admin, 201, this::register),
                Route.read(PARTNERS, admin, request -> new PartnerList(partners.list())),
                Route.read(PARTNERS + "/{clientId}", admin, request -> partners.read(request.path("clientId"))),
                Route.effect("PUT", PARTNERS + "/{clientId}/keys", admin, 200, this::replaceKeys),
                Route.effect("PUT", PARTNERS + "/{clientId}/state", admin, 200, this::changeState),
                Route.effect("PUT", "/v1/admin/provinces/{code}/state", admin, 200, this::changeProvince),
                Route.effect("POST", "/v1/admin/gateway-keys", admin, 201, this::rotate),
                Route.read("/v1/admin/alerts", admin, request -> new PartnerAlertList(List.of())),
                Route.read(
                        "/v1/admin/audit/verification",
                        admin,
                        request -> new AuditVerification(true, 0, 0, null, null)));
    }

    private Partner register(Request request) {
        PartnerRegistration said = request.body(PartnerRegistration.class);
        Checks.matches(said.clientId(), Patterns.CLIENT_ID, "/clientId");
        Checks.matches(said.name(), Patterns.LINE_100, "/name");
        return partners.register(said.clientId(), said.name(), said.kind(), said.creditCode(), said.jwks());
    }

    private Partner replaceKeys(Request request) {
        String clientId = request.path("clientId");
        Map<String, Object> jwks = request.body(PartnerKeys.class).jwks();
        return clientId.equals(request.clientId())
                ? partners.replaceOwnKeys(clientId, jwks, request.keyid())
                : partners.replaceKeys(clientId, jwks);
    }

    private Partner changeState(Request request) {
        return partners.change(
                request.path("clientId"), request.body(PartnerStateChange.class).state(), request.clientId());
    }

    private ProvinceControl changeProvince(Request request) {
        ProvinceStateChange change = request.body(ProvinceStateChange.class);
        ProvinceControl control = provinces.change(request.path("code"), change, request.clientId());
        if (control.state() != ProvinceState.PAUSED) {
            course.resume(control.code());
        }
        return control;
    }

    private GatewayKey rotate(Request request) {
        return seal.rotate();
    }
}
