package io.tongban.sandbox.wire;

import static io.tongban.sandbox.demo.Retry.insist;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.sandbox.launcher.CutOffs;
import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.sdk.Tongban;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payouts of two platforms while the gateway is killed with -9: each counts once, and each month is one contribution. */
@ExtendWith(RunningSandbox.class)
class KilledPayoutsTest {
    private static final LocalDate PAID_ON =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).withDayOfMonth(20);
    private static final int RIDERS = 8;
    private static final int PAYOUTS = 6;
    private static final int[] SHARES = {60, 40};
    private static final long DUE_FEN = 110_200;

    /** Of these riders alone: others may collect for the same month. */
    private static final String MONTHS = """
            select id from contribution_month where id in (
                select month_id from contribution_part join payout on payout.id = payout_id
                 where partner_reference like 'killed-%')
            """;

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private final Queue<Payout> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    KilledPayoutsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @Test
    void killsBetweenReportsAndWhileMonthsAreClosedLoseAndDoubleNothing() throws Exception {
        List<Integer> people = new ArrayList<>();
        List<Callable<Void>> reports = new ArrayList<>();
        try (Tongban one = client("fengsong-delivery");
                Tongban two = client("kuaixing-ride")) {
            List<Tongban> platforms = List.of(one, two);
            List<ByHand> hands = List.of(sandbox.delivery(), sandbox.ride());
            for (int i = 0; i < RIDERS; i++) {
                int n = People.next();
                people.add(n);
                for (int p = 0; p < SHARES.length; p++) {
                    reports.addAll(reports(platforms.get(p), mandated(hands.get(p), n, SHARES[p]), n + "-" + p));
                }
            }
            reportedWithKills(reports);

            assertThat(answered).hasSize(RIDERS * SHARES.length * PAYOUTS);
            assertThat(answered.stream().mapToLong(Payout::holdFen).sum()).isEqualTo(RIDERS * DUE_FEN);
            assertThat(sandbox.count("select count(*) from payout where partner_reference like 'killed-%'"))
                    .isEqualTo(answered.size());

            killedWhenHalfOfTheMonthsAreClosed();
            for (Payout payout : answered) {
                Tongban platform = payout.partnerReference().endsWith("-0") ? one : two;
                Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> isPaid(platform, payout));
            }
        }
        for (int n : people) {
            assertThat(sandbox.province("44").ledger().bookingsOf(People.citizenNumber(n)))
                    .singleElement()
                    .satisfies(booking -> assertThat(booking.amountFen()).isEqualTo(DUE_FEN));
        }
    }

    private record Mandated(String worker, String mandate) {}

    private Mandated mandated(ByHand partner, int n, int share) {
        String worker = insuring.enrolled(partner, "44", n);
        String body = People.mandate(worker, "44", 200_000)
                .replace(
                        "\"capFen\"",
                        "\"payouts\":{\"baseFen\":551000,\"sharePercent\":" + share
                                + ",\"payoutPercent\":20},\"capFen\"");
        return new Mandated(
                worker,
                sandbox.accepted(partner.post("/v1/mandates", body), 201)
                        .get("id")
                        .asText());
    }

    private List<Callable<Void>> reports(Tongban platform, Mandated rider, String name) {
        List<Callable<Void>> reports = new ArrayList<>();
        for (int i = 0; i < PAYOUTS; i++) {
            PayoutOrder order = PayoutOrder.builder()
                    .partnerReference("killed-" + i + "-" + name)
                    .workerId(rider.worker())
                    .mandateId(rider.mandate())
                    .paidOn(PAID_ON)
                    .earnedFen(100_000)
                    .build();
            reports.add(() -> {
                // The same call with the same key until somebody answers.
                answered.add(insist(() -> platform.payouts().report(order)));
                done.incrementAndGet();
                return null;
            });
        }
        return reports;
    }

    private void reportedWithKills(List<Callable<Void>> reports) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Void>> open = new ArrayList<>();
            reports.forEach(report -> open.add(threads.submit(report)));
            for (int kill = 1; kill <= 2; kill++) {
                int reached = reports.size() * kill / 3;
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> done.get() >= reached);
                killAndRestart();
            }
            for (Future<Void> report : open) {
                report.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void killedWhenHalfOfTheMonthsAreClosed() throws Exception {
        try (Connection connection = sandbox.connection();
                PreparedStatement due =
                        connection.prepareStatement("update contribution_month set closes_at = now() where id in ("
                                + MONTHS + " and state = 'COLLECTING' order by id limit " + RIDERS / 2 + ")")) {
            assertThat(due.executeUpdate()).isEqualTo(RIDERS / 2);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> months("<>") == RIDERS / 2);
        GatewayProcess gateway = sandbox.stack().gatewayProcess();
        gateway.kill();
        assertThat(months("=")).as("still collecting").isEqualTo(RIDERS / 2);
        new CutOffs(sandbox.stack().postgres()).passed(YearMonth.from(PAID_ON));
        gateway.restart();
    }

    private long months(String comparison) {
        return sandbox.count("select count(*) from contribution_month where id in (" + MONTHS + ") and state "
                + comparison + " 'COLLECTING'");
    }

    private static boolean isPaid(Tongban platform, Payout payout) throws Exception {
        return insist(() -> platform.payouts().get(payout.id())).parts().stream()
                .allMatch(part -> part.state() == PartState.PAID);
    }

    private void killAndRestart() throws Exception {
        GatewayProcess gateway = sandbox.stack().gatewayProcess();
        gateway.kill();
        gateway.restart();
    }

    private Tongban client(String id) {
        return Tongban.builder()
                .baseUrl(sandbox.stack().gateway())
                .issuer(sandbox.stack().keycloak().issuer("tongban"))
                .clientId(id)
                .privateKeyJwk(sandbox.stack().partnerKey(id).toJSONString())
                .allowPlainHttp()
                .build();
    }
}
