package io.tongban.gateway.counter.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.counter.approval.DualControlFixture.Asked;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.risk.SecondPersonNeeded;
import io.tongban.signature.OperatorSignature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makers and checkers on several devices at once, over one database: nobody approves what he asked for, and one effect
 * comes of it or none. A hundred here; {@code -Dapproval.interleavings=10000} for as many, {@code -Dapproval.seed} for
 * the same ones.
 */
class DualControlInterleavingsTest {
    private static final int INTERLEAVINGS = Integer.getInteger("approval.interleavings", 100);
    private static final long SEED = Long.getLong("approval.seed", 20_261_129L);
    private static final Map<String, String> ROLES =
            Map.of("T1", "TELLER", "T2", "TELLER", "S1", "SUPERVISOR", "S2", "SUPERVISOR", "A1", "AUDITOR");
    private static final List<String> PEOPLE = List.of("T1", "T2", "S1", "S2", "A1", "foreign");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final ExecutorService devices = Executors.newCachedThreadPool();
    private DualControlFixture fixture;

    @BeforeEach
    void aBank() {
        fixture = new DualControlFixture(folder);
        ROLES.forEach((number, role) -> fixture.operator(DualControlFixture.BANK, number, role, "ACTIVE", "b1"));
        fixture.operator(DualControlFixture.OTHER, "foreign", "SUPERVISOR", "ACTIVE", "b1");
        fixture.house.jdbi.useHandle(
                handle -> handle.execute("CREATE TABLE effect (reference text, checker text, maker text)"));
    }

    @AfterEach
    void stop() {
        devices.shutdownNow();
    }

    /** One person's hand on one device; a refusal is an answer. */
    private interface Deed {
        void on(Handle handle);
    }

    @Test
    void whateverTheOrderOneEffectComesOfItOrNoneAndNobodyApprovesHisOwn() throws Exception {
        int effects = 0;
        for (int i = 0; i < INTERLEAVINGS; i++) {
            // Tellers and supervisors ask: a supervisor's own approval is the one that could pass.
            Asked asked = new Asked(random.nextBoolean() ? "S1" : "T1", "r-" + i, "wkr_" + i);
            OperatorSignature maker = fixture.made(asked);
            SecondPersonNeeded needed = fixture.needed(asked);
            boolean isOpenBefore = random.nextInt(4) > 0;
            if (isOpenBefore) {
                fixture.open(asked, maker);
            }
            run(deeds(asked, maker, needed));
            effects += check(asked);
        }
        assertThat(effects)
                .as("of %s interleavings, seed %s", INTERLEAVINGS, SEED)
                .isBetween(INTERLEAVINGS / 20, INTERLEAVINGS - 1);
        assertThat(fixture.house.count("effect WHERE maker = checker")).isZero();
        assertThat(fixture.house.count("effect WHERE checker NOT IN ('S1', 'S2')"))
                .isZero();
    }

    private List<Deed> deeds(Asked asked, OperatorSignature maker, SecondPersonNeeded needed) {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(opening(asked, maker, needed));
        deeds.add(opening(asked, fixture.made(asked), needed));
        int checkers = 2 + random.nextInt(4);
        for (int i = 0; i < checkers; i++) {
            deeds.add(confirming(asked, maker, PEOPLE.get(random.nextInt(PEOPLE.size()))));
        }
        deeds.add(confirming(asked, maker, asked.maker()));
        if (random.nextInt(3) == 0) {
            deeds.add(handle -> withdraw(handle, asked));
        }
        if (random.nextInt(4) == 0) {
            deeds.add(handle -> fixture.approvals.expire(
                    handle, fixture.house.clock.instant().plus(Duration.ofMinutes(16)), 100));
        }
        Collections.shuffle(deeds, random);
        return deeds;
    }

    private Deed opening(Asked asked, OperatorSignature maker, SecondPersonNeeded needed) {
        return handle -> fixture.approvals.open(
                handle, fixture.visit(DualControlFixture.BANK, asked.maker()), needed, asked.with(maker), asked.body());
    }

    private Deed confirming(Asked asked, OperatorSignature maker, String number) {
        OperatorSignature checker = fixture.signer(number, fixture.house.clock).check(asked.content(), maker);
        return handle -> {
            Approval.Signed second = fixture.approvals.confirm(
                    handle,
                    fixture.visit(DualControlFixture.BANK, asked.maker()),
                    asked.with(maker, checker),
                    asked.body(),
                    "cpm_" + asked.reference());
            handle.execute(
                    "INSERT INTO effect VALUES (?, ?, ?)", asked.reference(), second.staffNumber(), asked.maker());
        };
    }

    private void withdraw(Handle handle, Asked asked) {
        ApprovalStore.hold(handle, DualControlFixture.BANK, asked.content().idempotencyKey())
                .ifPresent(each ->
                        fixture.approvals.withdraw(handle, new Principal.Program(DualControlFixture.BANK), each.id()));
    }

    /** All at once, each in a transaction of its own. */
    private void run(List<Deed> deeds) throws Exception {
        CyclicBarrier together = new CyclicBarrier(deeds.size());
        List<Future<?>> done = new ArrayList<>();
        for (Deed deed : deeds) {
            done.add(devices.submit(() -> {
                together.await(60, TimeUnit.SECONDS);
                try {
                    fixture.house.jdbi.useTransaction(deed::on);
                } catch (ProblemException refused) {
                    return refused.type();
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get(2, TimeUnit.MINUTES);
        }
    }

    /** @return how many effects came of it */
    private int check(Asked asked) {
        String reference = "reference = '" + asked.reference() + "'";
        long effects = fixture.house.count("effect WHERE " + reference);
        assertThat(effects)
                .as("effects of %s, seed %s", asked.reference(), SEED)
                .isLessThanOrEqualTo(1);
        assertThat(fixture.house.count("approval WHERE state = 'CONFIRMED' AND " + reference))
                .as("confirmed, seed %s", SEED)
                .isEqualTo(effects);
        assertThat(fixture.house.count("approval WHERE state = 'PENDING' AND " + reference))
                .as("waiting, seed %s", SEED)
                .isLessThanOrEqualTo(1);
        return (int) effects;
    }
}
