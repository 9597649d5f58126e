package io.tongban.sandbox.chaos;

import static java.util.Objects.requireNonNull;

import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.change.InsuranceChangeOrder;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sandbox.demo.Retry;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The platforms, each with its SDK client; each call goes on until somebody answers it. */
final class Platforms implements AutoCloseable {
    private static final Instant SIGNED = Instant.parse("2026-06-28T02:00:00Z");
    private static final long CAP_FEN = 2_000_000;
    private static final int MOST_LOOKS = 240;
    private static final long LOOK_EVERY_MILLIS = 250;

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
        registered(insured);
        grant(mandate(insured).build(), insured);
    }

    /** With a mandate for its half of a month that is earned on two platforms. */
    void register(Insured insured, long baseFen) throws Exception {
        registered(insured);
        grant(
                mandate(insured)
                        .insurances(List.of("AAE140:110"))
                        .payouts(PayoutTerms.builder()
                                .baseFen(baseFen)
                                .sharePercent(EarnedMonth.SHARE_PERCENT)
                                .payoutPercent(100)
                                .build())
                        .build(),
                insured);
    }

    private void registered(Insured insured) throws Exception {
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
        insured.workerId =
                Retry.insist(() -> client.workers().register(registration)).id();
    }

    private MandateGrant.Builder mandate(Insured insured) {
        return MandateGrant.builder()
                .partnerReference("mandate-" + run + insured.index)
                .workerId(requireNonNull(insured.workerId))
                .province(insured.province)
                .insurances(insured.kinds.stream().map(kind -> "AAE140:" + kind).toList())
                .capFen(CAP_FEN)
                .validFrom(YearMonth.of(2026, 1))
                .signedAt(SIGNED)
                .agreementReference("agreement-" + run + insured.index);
    }

    private void grant(MandateGrant grant, Insured insured) throws Exception {
        insured.mandateId =
                Retry.insist(() -> client(insured).mandates().create(grant)).id();
    }

    /** @return what the platform is told to hold back, whole fen */
    long report(EarnedMonth.EarnedPayout payout) throws Exception {
        Insured insured = payout.insured();
        PayoutOrder order = PayoutOrder.builder()
                .partnerReference(payout.reference(run))
                .workerId(requireNonNull(insured.workerId))
                .mandateId(requireNonNull(insured.mandateId))
                .paidOn(payout.paidOn())
                .earnedFen(payout.earnedFen())
                .build();
        return Retry.insist(() -> client(insured).payouts().report(order)).holdFen();
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

    /** From a month on that the run withholds nothing for. */
    void pause(Insured insured) throws Exception {
        InsuranceChangeOrder order = InsuranceChangeOrder.builder()
                .partnerReference(Pauses.reference(run, insured))
                .province(insured.province)
                .change(InsuranceChangeKind.PAUSE)
                .insurances(List.of("AAE140:110"))
                .from(YearMonth.now(ZoneId.of("Asia/Shanghai")).plusMonths(2))
                .consentReference("consent-" + run + insured.index)
                .build();
        Retry.insist(() -> client(insured).changes().change(requireNonNull(insured.workerId), order));
    }

    /** Waits until the gateway has seen the profile of a province; it looks every two seconds. */
    void awaitKnown(String province) throws Exception {
        Tongban any = clients.values().iterator().next();
        for (int tries = 1; ; tries++) {
            try {
                var unused = any.provinces().get(province);
                return;
            } catch (RefusedException notYet) {
                if (tries == MOST_LOOKS) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private Tongban client(Insured insured) {
        return requireNonNull(clients.get(insured.platform.clientId()));
    }

    @Override
    public void close() {
        clients.values().forEach(Tongban::close);
    }
}
