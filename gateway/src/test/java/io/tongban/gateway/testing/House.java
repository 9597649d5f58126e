package io.tongban.gateway.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.gateway.accounting.reconciliation.DifferenceReview;
import io.tongban.gateway.accounting.reconciliation.ReconciliationConfig;
import io.tongban.gateway.accounting.reconciliation.SettledRows;
import io.tongban.gateway.contribution.change.ChangeOperation;
import io.tongban.gateway.contribution.change.ChangeReview;
import io.tongban.gateway.contribution.change.ChosenEnrolments;
import io.tongban.gateway.contribution.change.RegisteredChoices;
import io.tongban.gateway.contribution.coverage.CoverageConfig;
import io.tongban.gateway.contribution.coverage.CoverageReversals;
import io.tongban.gateway.contribution.enrolment.EnrolmentAuditTrail;
import io.tongban.gateway.contribution.enrolment.EnrolmentListener;
import io.tongban.gateway.contribution.enrolment.EnrolmentOperation;
import io.tongban.gateway.contribution.enrolment.EnrolmentReview;
import io.tongban.gateway.contribution.enrolment.IdentityConfig;
import io.tongban.gateway.contribution.mandate.MandateListener;
import io.tongban.gateway.contribution.payout.PartOutcomes;
import io.tongban.gateway.contribution.payout.PayoutConfig;
import io.tongban.gateway.contribution.policy.PolicyConfig;
import io.tongban.gateway.contribution.withholding.PaidThere;
import io.tongban.gateway.contribution.withholding.WithholdingAuditTrail;
import io.tongban.gateway.contribution.withholding.WithholdingListener;
import io.tongban.gateway.contribution.withholding.WithholdingOperation;
import io.tongban.gateway.contribution.withholding.WithholdingReview;
import io.tongban.gateway.contribution.withholding.WithholdingWebhooks;
import io.tongban.gateway.contribution.worker.InsuranceChoices;
import io.tongban.gateway.contribution.worker.WorkerEvents;
import io.tongban.gateway.counter.approval.ApprovalConfig;
import io.tongban.gateway.delivery.dispatch.DispatchConfig;
import io.tongban.gateway.delivery.dispatch.ProvinceOperation;
import io.tongban.gateway.delivery.review.ReviewService;
import io.tongban.gateway.delivery.review.ReviewSubject;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.delivery.review.SettledTaskListener;
import io.tongban.gateway.platform.audit.LooksConfig;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.province.ProvinceLink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The domain rooms over a database of their own, at noon of 2026-11-23 in Shanghai. */
public final class House {
    public static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    public static final String MEITU = "meitu-delivery";
    public static final String KUAIDA = "kuaida-rides";
    public static final Principal AGENCY = new Principal.Officer("tongban-agency");
    public static final String CREDIT_CODE = "91110108551385082Q";

    public final Jdbi jdbi = TestDatabase.fresh();
    public final SettableClock clock = new SettableClock(NOW);
    public final ScriptedProvinces provinces = new ScriptedProvinces();
    private final Beans beans = new Beans()
            .with(Jdbi.class, jdbi)
            .with(Clock.class, clock)
            .with(ProvinceLink.class, provinces)
            .with(ObjectMapper.class, new ObjectMapper().registerModule(new JavaTimeModule()))
            .with(Pii.class, new Pii(TestPiiConfig.usual()))
            .withAll(EnrolmentListener.class, WorkerEvents.class, EnrolmentAuditTrail.class, ChosenEnrolments.class)
            .with(InsuranceChoices.class, RegisteredChoices.class)
            .withAll(
                    WithholdingListener.class,
                    WithholdingWebhooks.class,
                    WithholdingAuditTrail.class,
                    PartOutcomes.class,
                    PaidThere.class,
                    CoverageReversals.class)
            .withAll(MandateListener.class, PartOutcomes.class)
            .with(PayoutConfig.class, Settings.of(PayoutConfig.class, Map.of()))
            .with(MeterRegistry.class, new SimpleMeterRegistry())
            .with(LooksConfig.class, Settings.of(LooksConfig.class, Map.of()))
            .with(PolicyConfig.class, Settings.of(PolicyConfig.class, Map.of()))
            .with(CoverageConfig.class, Settings.of(CoverageConfig.class, Map.of()))
            .with(IdentityConfig.class, Settings.of(IdentityConfig.class, Map.of()))
            .with(DispatchConfig.class, Settings.of(DispatchConfig.class, Map.of()))
            .with(ReconciliationConfig.class, Settings.of(ReconciliationConfig.class, Map.of()))
            .with(ApprovalConfig.class, Settings.of(ApprovalConfig.class, Map.of()))
            .with(ReviewTasks.class, ReviewService.class)
            .withAll(SettledTaskListener.class, SettledRows.class)
            .withAll(
                    ProvinceOperation.class,
                    WithholdingOperation.class,
                    EnrolmentOperation.class,
                    ChangeOperation.class)
            .withAll(
                    ReviewSubject.class,
                    WithholdingReview.class,
                    EnrolmentReview.class,
                    ChangeReview.class,
                    DifferenceReview.class);

    public House() {}

    /** With the policies of a folder besides the shipped ones. */
    public House(Path policies) {
        beans.with(
                PolicyConfig.class,
                Settings.of(PolicyConfig.class, Map.of("tongban.policies.folder", policies.toString())));
    }

    /** A partner's program. */
    public static Principal program(String clientId) {
        return new Principal.Program(clientId);
    }

    public <T> T get(Class<T> bean) {
        return beans.get(bean);
    }

    public <T> T inTransaction(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    public long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    /** Actions in the audit log, oldest first. */
    public List<String> audited() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT action FROM audit ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    /** Who did it, and whose data it was, of each entry of an action, oldest first. */
    public List<String> who(String action) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT actor_kind || ' ' || actor || ' of ' || tenant FROM audit
                                 WHERE action = :action ORDER BY id
                                """)
                .bind("action", action)
                .mapTo(String.class)
                .list());
    }

    /** What the audit log says of each entry of an action, oldest first. */
    public List<JsonNode> audited(String action) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT facts FROM audit WHERE action = :action ORDER BY id")
                        .bind("action", action)
                        .mapTo(String.class)
                        .map(House::json)
                        .list());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log has facts as JSON", e);
        }
    }

    /** Has the partner listen, so that webhooks are stored. */
    public void listen(String clientId) {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO webhook_endpoint (id, client_id, url, events, created_at)
                VALUES (?, ?, 'https://example.org/hook',
                        'WORKER_ENROLLED,WORKER_REFUSED,ENROLMENT_AWAITING_REVIEW,WITHHOLDING_CONFIRMED,'
                        || 'WITHHOLDING_REFUSED,WITHHOLDING_AWAITING_REVIEW,WITHHOLDING_REVERSED,'
                        || 'PAYOUT_PAID,PAYOUT_TO_RETURN,'
                        || 'INSURANCE_CHANGED,INSURANCE_CHANGE_REFUSED,INSURANCE_CHANGE_AWAITING_REVIEW', now())
                """, "whe_" + clientId, clientId));
    }

    /** Client and type of the events that went to an endpoint, oldest first. */
    public List<String> told() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                                SELECT e.client_id || ' ' || e.type
                                  FROM webhook_event e JOIN webhook_delivery d ON d.event_id = e.id ORDER BY e.id
                                """).mapTo(String.class).list());
    }
}
