package io.tongban.gateway.trust.risk;

import static io.tongban.gateway.trust.risk.RiskRulesTest.NOON;
import static io.tongban.gateway.trust.risk.RiskRulesTest.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules over a database that several nodes share. */
class RiskCheckTest {
    private static final int MOST = 10;

    private final House house = new House();

    @TempDir
    private Path folder;

    private RiskCheck one;
    private RiskCheck other;
    private RiskCases cases;

    @BeforeEach
    void twoNodes() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                rules:
                  - {id: fast, valid-from: 2026-01-01, operations: [payAtCounter], of: OPERATOR, in: DAY, most: "%d", verdict: REFUSE}
                  - {id: big, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1000", verdict: HOLD}
                  - {id: tried, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "999", verdict: REFUSE, shadow: "true"}
                """.formatted(MOST));
        house.jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO partner (client_id, name, kind, state, jwks, created_at, updated_at)
                VALUES ('bank', 'a bank', 'BANK', 'ACTIVE', '{}', now(), now())
                """));
        one = node(rules);
        other = node(rules);
        cases = new RiskCases(house.get(Audit.class), house.clock);
    }

    private RiskCheck node(Path rules) {
        return new RiskCheck(() -> Optional.of(rules), house.get(Audit.class), house.jdbi, house.clock);
    }

    private Optional<ProblemType> asked(RiskCheck node, RiskFacts facts) {
        try {
            var unused = house.inTransaction(handle -> node.require(handle, facts, false));
            return Optional.empty();
        } catch (ProblemException problem) {
            node.blocked(problem);
            return Optional.of(problem.type());
        }
    }

    @Test
    void nodesCountTogetherAndWhatIsRefusedIsNotCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Optional<ProblemType>>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                RiskCheck node = i % 2 == 0 ? one : other;
                answers.add(threads.submit(() -> asked(node, facts("T1", 1, NOON))));
            }
            int allowed = 0;
            for (Future<Optional<ProblemType>> answer : answers) {
                allowed += answer.get().isEmpty() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(MOST);
        } finally {
            threads.shutdownNow();
        }
        assertThat(house.count("risk_counter WHERE number = " + MOST)).isEqualTo(1);
        assertThat(asked(node(folder.resolve("rules.yaml")), facts("T1", 1, NOON)))
                .as("after a restart")
                .contains(ProblemType.RISK_REFUSED);
        assertThat(asked(one, facts("T2", 1, NOON))).as("another operator").isEmpty();
        assertThat(asked(one, facts("T1", 1, NOON.plusDays(1))))
                .as("the next day")
                .isEmpty();
    }

    @Test
    void whatIsHeldHappensOnceAfterAnApproval() {
        RiskFacts big = facts("T1", 1_001, NOON);
        assertThat(asked(one, big)).contains(ProblemType.RISK_HELD);
        assertThat(asked(other, big)).contains(ProblemType.RISK_HELD);
        List<RiskCase> held = held();
        assertThat(held).as("one case for one payment").hasSize(1);
        String id = held.get(0).id();

        RiskCase approved = house.inTransaction(handle -> cases.decide(handle, id, true, "a family", House.AGENCY));
        assertThat(approved.state()).isEqualTo(RiskCase.State.APPROVED);
        assertThat(asked(one, facts("T1", 1_002, NOON))).as("in other words").contains(ProblemType.RISK_HELD);
        assertThat(asked(other, big)).isEmpty();
        assertThat(asked(one, big)).as("once").contains(ProblemType.RISK_HELD);
        ProblemException twice = catchThrowableOfType(
                ProblemException.class,
                () -> house.inTransaction(handle -> cases.decide(handle, id, false, "no", House.AGENCY)));
        assertThat(twice.type()).isEqualTo(ProblemType.RISK_CASE_DECIDED);
        assertThat(house.audited()).contains("risk.held", "risk.decided");
    }

    @Test
    void theAgencysApprovalOfACaseIsNoSecondPerson() throws Exception {
        RiskCheck both = node(Files.writeString(folder.resolve("both.yaml"), """
                rules:
                  - {id: big, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1000", verdict: HOLD}
                  - {id: two, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1000", verdict: SECOND_PERSON, source: x, mark: ASSUMED}
                """));
        RiskFacts big = facts("T1", 1_001, NOON);
        assertThat(asked(both, big)).contains(ProblemType.RISK_HELD);
        String id = held().get(0).id();
        house.inTransaction(handle -> cases.decide(handle, id, true, "a family", House.AGENCY));

        assertThat(asked(both, big)).contains(ProblemType.SECOND_PERSON_REQUIRED);
        assertThat(asked(both, big)).as("the case is not used up").contains(ProblemType.SECOND_PERSON_REQUIRED);
        assertThat(house.<Object>inTransaction(
                        handle -> both.require(handle, big, true).get("secondPerson")))
                .isEqualTo("two");
        assertThat(house.count("risk_case WHERE state = 'USED'")).isEqualTo(1);
        assertThat(house.count("risk_case")).as("no case of a missing person").isEqualTo(1);
    }

    @Test
    void whatIsKeptBackLeavesAllThatTheRulesWereAskedWith() {
        assertThat(asked(one, facts("T1", 1_001, NOON))).contains(ProblemType.RISK_HELD);

        assertThat(text("SELECT facts::jsonb->>'reference' FROM audit")).isEqualTo("r-1");
        assertThat(text("SELECT facts::jsonb->'risk'->>'rule' FROM audit")).isEqualTo("big");
        assertThat(text("SELECT facts::jsonb->'risk'->>'at' FROM audit"))
                .isEqualTo(NOON.toInstant().toString());
        assertThat(text("SELECT facts::jsonb->'risk'->'shadow'->>0 FROM audit")).isEqualTo("tried");
        assertThat(text("SELECT facts::jsonb->'risk'->'counts'->>0 FROM audit"))
                .startsWith("OPERATOR bank/T1 DAY ")
                .endsWith(" 1 1001");
    }

    private String text(String query) {
        return house.jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    @Test
    void whatARuleKeepsBackIsNoFailure() {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> house.inTransaction(handle -> one.require(handle, facts("T1", 1_001, NOON), false)));
        assertThat(problem).isInstanceOf(RiskBlock.class).hasNoCause();
    }

    @Test
    void whateverIsRefusedAgainLeavesOneCase() {
        for (int i = 0; i < MOST; i++) {
            assertThat(asked(one, facts("T1", 1, NOON))).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(asked(i == 1 ? other : one, facts("T1", 1, NOON))).contains(ProblemType.RISK_REFUSED);
        }
        assertThat(house.count("risk_case WHERE state = 'REFUSED'")).isEqualTo(1);
    }

    @Test
    void aCaseThatIsDecidedWhileItIsAskedForAgainIsFollowedByAnother() {
        RiskFacts big = facts("T1", 1_001, NOON);
        assertThat(asked(one, big)).contains(ProblemType.RISK_HELD);
        String first = held().get(0).id();
        ProblemException again = catchThrowableOfType(
                ProblemException.class, () -> house.inTransaction(handle -> one.require(handle, big, false)));
        AtomicBoolean isDecided = new AtomicBoolean();
        SqlStatements statements = house.jdbi.getConfig(SqlStatements.class);
        SqlLogger usual = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRenderedSql().contains("INSERT INTO risk_case") && !isDecided.getAndSet(true)) {
                    house.inTransaction(handle -> cases.decide(handle, first, false, "no", House.AGENCY));
                }
            }
        });
        try {
            one.blocked(again);
        } finally {
            statements.setSqlLogger(usual);
        }
        assertThat(held()).extracting(RiskCase::id).hasSize(1).doesNotContain(first);
    }

    @Test
    void whatIsOldIsRemovedHoweverMuchOfItThereIs() {
        house.jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO risk_counter SELECT 'k' || n, ?, 1, 1 FROM generate_series(1, 25) n",
                    house.clock.instant().minus(RiskHousekeeping.COUNTERS_KEPT).minusSeconds(1));
            handle.execute(
                    """
                    INSERT INTO risk_case SELECT 'rsk_' || n, CASE n WHEN 1 THEN 'HELD' ELSE 'REFUSED' END, 'big', 'bank',
                           'payAtCounter', 'old-' || n, 'w', 'm', 1, 'T1', 'c1', ? FROM generate_series(1, 25) n
                    """,
                    house.clock.instant().minus(RiskHousekeeping.CASES_KEPT).minusSeconds(1));
        });
        assertThat(asked(one, facts("T1", 1_001, NOON))).contains(ProblemType.RISK_HELD);

        new RiskHousekeeping(house.jdbi, house.clock, 10).removeOld();

        assertThat(house.count("risk_counter")).isZero();
        assertThat(house.count("risk_case"))
                .as("what waits for a person, and the new one")
                .isEqualTo(2);
    }

    private List<RiskCase> held() {
        return house.inTransaction(
                handle -> cases.list(handle, RiskCase.State.HELD, null, null).items());
    }
}
