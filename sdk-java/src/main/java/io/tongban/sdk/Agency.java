package io.tongban.sdk;

import io.tongban.api.agency.AuditVerification;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerAlert;
import io.tongban.api.agency.PartnerAlertList;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.agency.PartnerStateChange;
import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.ProvinceStateChange;
import io.tongban.api.agency.Stop;
import io.tongban.api.agency.StopList;
import io.tongban.api.agency.StopOrder;
import io.tongban.api.certification.CertificationApproval;
import io.tongban.api.certification.CertificationApprovalOrder;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.internal.Given;
import io.tongban.api.province.ProvinceState;
import io.tongban.api.servicepoint.ServicePointFile;
import io.tongban.api.servicepoint.ServicePointImport;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What only the agency does. A registration is named by its client id; the other effects may be wanted again in the
 * same words, so their keys are drawn for each call: after an {@code OutcomeUnknownException} pass its key on.
 */
public final class Agency {
    private static final String STOPS = "/v1/admin/stops";
    private static final String PARTNERS = "/v1/admin/partners";

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    Agency(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    public Partner register(PartnerRegistration registration) {
        return caller.call(registering(registration, RequestOptions.none()));
    }

    public CompletableFuture<Partner> registerAsync(PartnerRegistration registration, RequestOptions options) {
        return caller.start(registering(registration, options));
    }

    /** All partners, by client id. */
    public List<Partner> list() {
        return caller.call(listing()).items();
    }

    public CompletableFuture<List<Partner>> listAsync() {
        return caller.start(listing()).thenApply(PartnerList::items);
    }

    public Partner get(String clientId) {
        return caller.call(reading(clientId));
    }

    public CompletableFuture<Partner> getAsync(String clientId) {
        return caller.start(reading(clientId));
    }

    /**
     * Replaces all of a partner's keys. To renew your own, add the new key first, sign with it, and then leave the old one
     * out: the key that signs the request has to stay, or it is refused with {@code agency-signing-key-removed}.
     */
    public Partner replaceKeys(String clientId, PartnerKeys keys) {
        return caller.call(replacingKeys(clientId, keys, RequestOptions.none()));
    }

    public CompletableFuture<Partner> replaceKeysAsync(String clientId, PartnerKeys keys, RequestOptions options) {
        return caller.start(replacingKeys(clientId, keys, options));
    }

    /** Suspends a partner, or lets it in again. */
    public Partner changeState(String clientId, PartnerState state) {
        return caller.call(changingState(clientId, state, RequestOptions.none()));
    }

    public CompletableFuture<Partner> changeStateAsync(String clientId, PartnerState state, RequestOptions options) {
        return caller.start(changingState(clientId, state, options));
    }

    /**
     * Pauses a province, drains it, or lets it run again.
     *
     * @param reason for the audit log; no personal data
     */
    public ProvinceControl changeProvinceState(String code, ProvinceState state, String reason) {
        return caller.call(changingProvince(
                code, ProvinceStateChange.builder().state(state).reason(reason).build(), RequestOptions.none()));
    }

    public CompletableFuture<ProvinceControl> changeProvinceStateAsync(
            String code, ProvinceStateChange change, RequestOptions options) {
        return caller.start(changingProvince(code, change, options));
    }

    /** Stops a partner, a point, an operator or an operation; two seconds later no node accepts anything new from it or shows it anything. */
    public Stop stop(StopOrder order) {
        return caller.call(stopping(order, RequestOptions.none()));
    }

    public CompletableFuture<Stop> stopAsync(StopOrder order, RequestOptions options) {
        return caller.start(stopping(order, options));
    }

    /** Lets go what was stopped. */
    public Stop release(String stopId) {
        return caller.call(releasing(stopId, RequestOptions.none()));
    }

    public CompletableFuture<Stop> releaseAsync(String stopId, RequestOptions options) {
        return caller.start(releasing(stopId, options));
    }

    /** All that is stopped now. */
    public StopList stops() {
        return caller.call(listingStops());
    }

    public CompletableFuture<StopList> stopsAsync() {
        return caller.start(listingStops());
    }

    /** Approves a partner's certification for a province; named by both, and again it says the same. */
    public CertificationApproval approveCertification(String id, CertificationApprovalOrder order) {
        return caller.call(approving(id, order, RequestOptions.none()));
    }

    public CompletableFuture<CertificationApproval> approveCertificationAsync(
            String id, CertificationApprovalOrder order, RequestOptions options) {
        return caller.start(approving(id, order, options));
    }

    /** Takes service points from a CSV file; each row is taken or refused by itself. */
    public ServicePointImport importServicePoints(ServicePointFile file) {
        return caller.call(importing(file, RequestOptions.none()));
    }

    public CompletableFuture<ServicePointImport> importServicePointsAsync(
            ServicePointFile file, RequestOptions options) {
        return caller.start(importing(file, options));
    }

    public GatewayKey rotateGatewayKey() {
        return caller.call(rotating(RequestOptions.none()));
    }

    public CompletableFuture<GatewayKey> rotateGatewayKeyAsync(RequestOptions options) {
        return caller.start(rotating(options));
    }

    /** Partners that asked for more of people's data than their work can need; newest first. */
    public List<PartnerAlert> alerts() {
        return caller.call(listingAlerts()).items();
    }

    public CompletableFuture<List<PartnerAlert>> alertsAsync() {
        return caller.start(listingAlerts()).thenApply(PartnerAlertList::items);
    }

    /** Walks the whole hash chain of the audit log. */
    public AuditVerification verifyAudit() {
        return caller.call(verifyingAudit());
    }

    public CompletableFuture<AuditVerification> verifyAuditAsync() {
        return caller.start(verifyingAudit());
    }

    /** Why workers of a province decline, through whichever partner, in a month that is over for a day at least. */
    public DeclineCounts declines(YearMonth month, String province) {
        return caller.call(countingDeclines(month, province));
    }

    public CompletableFuture<DeclineCounts> declinesAsync(YearMonth month, String province) {
        return caller.start(countingDeclines(month, province));
    }

    private static Call<DeclineCounts> countingDeclines(YearMonth month, String province) {
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("month", Given.value(month, "month").toString());
        asked.put("province", Given.value(province, "province"));
        return Call.read(
                "countDeclinesOfProvince", "/v1/admin/declines/counts" + Target.query(asked), DeclineCounts.class);
    }

    private static String path(String clientId) {
        return PARTNERS + "/" + Target.segment(clientId);
    }

    private Call<Partner> registering(PartnerRegistration registration, RequestOptions options) {
        var unused = Given.value(registration, "registration");
        return idempotentCalls.named(
                "registerPartner", PARTNERS, registration, Partner.class, registration.clientId(), options);
    }

    private static Call<PartnerList> listing() {
        return Call.read("listPartners", PARTNERS, PartnerList.class);
    }

    private static Call<Partner> reading(String clientId) {
        return Call.read("readPartner", path(clientId), Partner.class);
    }

    private Call<Partner> replacingKeys(String clientId, PartnerKeys keys, RequestOptions options) {
        return idempotentCalls.repeatable(
                "replacePartnerKeys",
                "PUT",
                path(clientId) + "/keys",
                Given.value(keys, "keys"),
                Partner.class,
                clientId,
                options);
    }

    private Call<Partner> changingState(String clientId, PartnerState state, RequestOptions options) {
        PartnerStateChange change = PartnerStateChange.builder().state(state).build();
        return idempotentCalls.repeatable(
                "changePartnerState", "PUT", path(clientId) + "/state", change, Partner.class, clientId, options);
    }

    private Call<ProvinceControl> changingProvince(String code, ProvinceStateChange change, RequestOptions options) {
        String path = "/v1/admin/provinces/" + Target.segment(code) + "/state";
        var unused = Given.value(change, "change");
        return idempotentCalls.repeatable(
                "changeProvinceState", "PUT", path, change, ProvinceControl.class, code, options);
    }

    private Call<Stop> stopping(StopOrder order, RequestOptions options) {
        String subject = Given.value(order, "order").subject();
        return idempotentCalls.repeatable("placeStop", "POST", STOPS, order, Stop.class, subject, options);
    }

    private Call<Stop> releasing(String stopId, RequestOptions options) {
        String path = STOPS + "/" + Target.segment(stopId) + "/release";
        return idempotentCalls.repeatable("releaseStop", "POST", path, null, Stop.class, stopId, options);
    }

    private static Call<StopList> listingStops() {
        return Call.read("listStops", STOPS, StopList.class);
    }

    private Call<CertificationApproval> approving(String id, CertificationApprovalOrder order, RequestOptions options) {
        String path = "/v1/admin/certifications/" + Target.segment(id) + "/approvals";
        String name = id + " " + Given.value(order, "order").province();
        return idempotentCalls.named("approveCertification", path, order, CertificationApproval.class, name, options);
    }

    private Call<ServicePointImport> importing(ServicePointFile file, RequestOptions options) {
        String path = "/v1/admin/service-points/imports";
        var unused = Given.value(file, "file");
        return idempotentCalls.repeatable(
                "importServicePoints", "POST", path, file, ServicePointImport.class, file.owner(), options);
    }

    private Call<GatewayKey> rotating(RequestOptions options) {
        String path = "/v1/admin/gateway-keys";
        return idempotentCalls.repeatable(
                "rotateGatewayKey", "POST", path, null, GatewayKey.class, "gateway-key", options);
    }

    private static Call<PartnerAlertList> listingAlerts() {
        return Call.read("listPartnerAlerts", "/v1/admin/alerts", PartnerAlertList.class);
    }

    private static Call<AuditVerification> verifyingAudit() {
        return Call.read("verifyAudit", "/v1/admin/audit/verification", AuditVerification.class);
    }
}
