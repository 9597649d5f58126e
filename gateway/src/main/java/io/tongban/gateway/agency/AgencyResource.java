package io.tongban.gateway.agency;

import io.tongban.api.agency.AgencyApi;
import io.tongban.api.agency.AuditVerification;
import io.tongban.api.agency.GatewayKey;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerAlertList;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerStateChange;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.PartnerAlerts;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The agency's endpoints. */
@SuppressWarnings("NullAway") // null on a replay, when the stored answer is sent whatever is returned
public class AgencyResource implements AgencyApi {
    private final PartnerService partners;
    private final KeyService keys;
    private final Audit audit;
    private final PartnerAlerts alerts;
    private final Jdbi jdbi;

    @Inject
    public AgencyResource(PartnerService partners, KeyService keys, Audit audit, PartnerAlerts alerts, Jdbi jdbi) {
        this.partners = partners;
        this.keys = keys;
        this.audit = audit;
        this.alerts = alerts;
        this.jdbi = jdbi;
    }

    @Override
    public Partner registerPartner(@Nullable String idempotencyKey, PartnerRegistration registration) {
        return partners.register(idempotencyKey, registration);
    }

    @Override
    public PartnerList listPartners() {
        return partners.list();
    }

    @Override
    public Partner readPartner(String clientId) {
        return partners.read(clientId);
    }

    @Override
    public Partner replacePartnerKeys(@Nullable String idempotencyKey, String clientId, PartnerKeys keys) {
        return partners.replaceKeys(idempotencyKey, clientId, keys);
    }

    @Override
    public Partner changePartnerState(@Nullable String idempotencyKey, String clientId, PartnerStateChange change) {
        return partners.changeState(idempotencyKey, clientId, change.state());
    }

    @Override
    public GatewayKey rotateGatewayKey(@Nullable String idempotencyKey) {
        return keys.rotate(idempotencyKey);
    }

    @Override
    public AuditVerification verifyAudit() {
        return audit.verify();
    }

    @Override
    public PartnerAlertList listPartnerAlerts() {
        return new PartnerAlertList(jdbi.withHandle(alerts::latest));
    }
}
