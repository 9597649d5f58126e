package io.tongban.sandbox.chaos;

import static java.util.Objects.requireNonNull;

import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.demo.Retry;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.Tongban;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The platforms, each with its SDK client; each call goes on until somebody answers it. */
final class Platforms implements AutoCloseable {
    private static final Instant SIGNED = Instant.parse("2026-06-28T02:00:00Z");
    private static final long CAP_FEN = 2_000_000;

    private final Map<String, Tongban> clients = new TreeMap<>();
    private final String run;

    Platforms(SandboxStack stack, String run) {
        this.run = run;
        for (Platform platform : Population.platforms()) {
            clients.put(
                    platform.clientId(),
                    Tongban.builder()
                            .baseUrl(stack.gateway())
                            .issuer(stack.keycloak().issuer("tongban"))
                            .clientId(platform.clientId())
                            .privateKeyJwk(stack.partnerKey(platform.clientId()).toJSONString())
                            .allowPlainHttp()
                            .requestTimeout(Duration.ofSeconds(15))
                            .build());
        }
    }

    void register(Insured insured) throws Exception {
        Tongban client = client(insured);
        WorkerRegistration registration = WorkerRegistration.builder()
                .partnerReference(run + insured.index)
                .citizenNumber(insured.citizenNumber)
                .name("测试员")
                .mobile(String.format("141%08d", insured.index))
                .province(insured.province)
                .place(InsuredPlace.WORK_PLACE)
                .sector("food-delivery")
                .consentReference("consent-" + run + insured.index)
                .build();
        String workerId =
                Retry.insist(() -> client.workers().register(registration)).id();
        insured.workerId = workerId;
        MandateGrant grant = MandateGrant.builder()
                .partnerReference("mandate-" + run + insured.index)
                .workerId(workerId)
                .province(insured.province)
                .insurances(List.of("AAE140:110", "AAE140:310"))
                .capFen(CAP_FEN)
                .validFrom(YearMonth.of(2026, 1))
                .signedAt(SIGNED)
                .agreementReference("agreement-" + run + insured.index)
                .build();
        insured.mandateId = Retry.insist(() -> client.mandates().create(grant)).id();
    }

    void withhold(PaidMonth month) throws Exception {
        Insured insured = month.insured();
        WithholdingOrder order = WithholdingOrder.builder()
                .partnerReference(month.reference(run))
                .workerId(requireNonNull(insured.workerId))
                .mandateId(requireNonNull(insured.mandateId))
                .insurance("AAE140:" + month.kind())
                .period(month.period())
                .baseFen(month.baseFen())
                .amountFen(month.amountFen())
                .build();
        Retry.insist(() -> client(insured).withholdings().withhold(order));
    }

    private Tongban client(Insured insured) {
        return requireNonNull(clients.get(insured.platform.clientId()));
    }

    @Override
    public void close() {
        clients.values().forEach(Tongban::close);
    }
}
