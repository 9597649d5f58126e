package io.tongban.gateway.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.testing.Beans;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.TestPiiConfig;
import io.tongban.gateway.trust.keys.CompactJws;
import io.tongban.gateway.trust.keys.GatewayKeys;
import io.tongban.gateway.trust.keys.KeysConfig;
import io.tongban.gateway.trust.requestlog.RequestLog;
import io.tongban.gateway.trust.requestlog.RequestLogConfig;
import io.tongban.gateway.webhook.Webhooks;
import io.tongban.province.ProvinceCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Certification over a database of its own, as in a sandbox; and runs that have a report, whatever it says. */
final class CertificationFixture {
    static final String PARTNER = "meitu-delivery";
    static final String OTHER = "kuaida-rides";
    static final Principal OFFICER = new Principal.Officer("tongban-agency");
    static final Principal ANOTHER_OFFICER = new Principal.Officer("agency-two");
    static final ProvinceCode GUANGDONG = new ProvinceCode("44");

    private static final String ISSUER = "https://gateway.example";

    final House house = new House();
    final GatewayKeys keys = new GatewayKeys(
            house.jdbi, new Pii(TestPiiConfig.usual()), Settings.of(KeysConfig.class, Map.of()), house.clock);
    final ReportWriter writer = new ReportWriter(keys, ISSUER);
    final CertificationApprovals approvals = new CertificationApprovals(
            new Suites(true),
            house.get(ProvinceAdmission.class),
            keys,
            house.get(Webhooks.class),
            house.get(Audit.class),
            Settings.of(CertificationConfig.class, Map.of()),
            house.clock);
    final CertificationService service = new CertificationService(
            new Beans()
                    .with(Jdbi.class, house.jdbi)
                    .with(Pii.class, new Pii(TestPiiConfig.usual()))
                    .with(ObjectMapper.class, new ObjectMapper())
                    .with(Clock.class, house.clock)
                    .with(RequestLogConfig.class, Settings.of(RequestLogConfig.class, Map.of()))
                    .with(MeterRegistry.class, new SimpleMeterRegistry())
                    .get(RequestLog.class),
            house.get(Webhooks.class),
            writer,
            clientId -> {},
            house.get(Audit.class),
            house.clock,
            new Suites(true));

    private final AtomicInteger ids = new AtomicInteger();

    CertificationFixture() {
        house.jdbi.useTransaction(keys::rotate);
        keys.refresh();
    }

    /** A run without a report, in the suite's version of today. */
    CertificationRun running(String clientId) {
        CertificationRun run = new CertificationRun(
                "crt_%04d".formatted(ids.incrementAndGet()),
                clientId,
                Suite.PLATFORM,
                Suite.shipped(Suite.PLATFORM).version(),
                house.clock.instant(),
                house.clock.instant().plus(Duration.ofDays(1)),
                null,
                null);
        house.jdbi.useHandle(handle -> CertificationStore.insert(handle, run));
        return run;
    }

    /** A run whose every case was passed. */
    CertificationRun certified(String clientId) {
        return reported(clientId, Map.of());
    }

    /** A run with a report that says otherwise in some claims, and is signed like any. */
    CertificationRun reported(String clientId, Map<String, Object> otherwise) {
        CertificationRun run = running(clientId);
        house.jdbi.useHandle(handle -> CertificationStore.end(handle, clientId, run.id(), house.clock.instant()));
        CertificationRun ended = read(run.id());
        Report usual = Report.kept(writer.write(ended, passed(), house.clock.instant()));
        Map<String, Object> claims = new LinkedHashMap<>(usual.claims());
        claims.putAll(otherwise);
        keep(run.id(), CompactJws.write(keys.signer(), Report.TYPE, claims));
        return read(run.id());
    }

    void keep(String id, String report) {
        house.jdbi.useHandle(handle -> CertificationStore.keep(handle, id, report));
    }

    CertificationRun read(String id) {
        return house.inTransaction(handle -> CertificationStore.find(handle, id).orElseThrow());
    }

    static List<Judged> passed() {
        return Suite.shipped(Suite.PLATFORM).cases().stream()
                .map(each -> Judged.of(each, Judgement.taken("evt_1")))
                .toList();
    }

    Approved approve(String id) {
        return approve(OFFICER, id, "44", null);
    }

    Approved approve(Principal officer, String id, String province, @Nullable String shown) {
        return house.inTransaction(handle -> approvals.approve(handle, officer, id, new ProvinceCode(province), shown));
    }

    /** Type and partner of every event, oldest first. */
    List<String> events() {
        return house.inTransaction(
                handle -> handle.createQuery("select client_id || ' ' || type from webhook_event order by id")
                        .mapTo(String.class)
                        .list());
    }

    /** What the partner is told by the only event. */
    JsonNode event() {
        byte[] body = house.inTransaction(handle -> handle.createQuery("select body from webhook_event")
                .mapTo(byte[].class)
                .one());
        try {
            return new ObjectMapper().readTree(new Pii(TestPiiConfig.usual()).decrypt(PiiPurpose.EVENT, body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as the gateway's engine writes it: the shipped file, with values escaped for HTML. */
    static ReportPage page() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        return new ReportPage(engine.parse(
                file("/templates/certification/report.html"),
                new Variant(Locale.ROOT, StandardCharsets.UTF_8, Variant.TEXT_HTML)));
    }

    private static String file(String name) {
        try (InputStream file = Objects.requireNonNull(CertificationFixture.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
