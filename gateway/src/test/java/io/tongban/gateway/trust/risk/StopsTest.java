package io.tongban.gateway.trust.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** Two nodes over one database, which look when they are told to. */
class StopsTest {
    private final House house = new House();
    private final Stops one = new Stops(house.get(Audit.class), house.jdbi, house.clock);
    private final Stops other = new Stops(house.get(Audit.class), house.jdbi, house.clock);

    private PlacedStop place(StopTarget target) {
        return house.inTransaction(handle -> one.place(handle, target, "stolen", House.AGENCY));
    }

    private Optional<ProblemType> checked(Stops node, StopTarget... targets) {
        try {
            house.jdbi.useHandle(handle -> node.check(handle, List.of(targets)));
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(problem.type());
        }
    }

    @Test
    void whatIsStoppedIsRefusedAtEachNodeUntilItIsLetGo() {
        PlacedStop stop = place(StopTarget.point("bank", "c1"));
        one.look();
        other.look();
        for (Stops node : List.of(one, other)) {
            assertThat(checked(node, StopTarget.partner("bank"), StopTarget.point("bank", "c1")))
                    .contains(ProblemType.STOPPED);
            assertThat(checked(node, StopTarget.point("bank", "c2"), StopTarget.point("other", "c1")))
                    .as("others of its name")
                    .isEmpty();
        }
        assertThat(place(StopTarget.point("bank", "c1")).id())
                .as("what is stopped stays stopped, once")
                .isEqualTo(stop.id());

        house.inTransaction(handle -> one.release(handle, stop.id(), House.AGENCY));
        one.look();
        other.look();
        assertThat(checked(one, StopTarget.point("bank", "c1"))).isEmpty();
        assertThat(checked(other, StopTarget.point("bank", "c1"))).isEmpty();
        assertThat(house.audited()).containsExactly("stop.placed", "stop.released");
        assertThat(place(StopTarget.point("bank", "c1")).id()).as("again").isNotEqualTo(stop.id());
    }

    @Test
    void aNodeThatNeverLookedReadsBeforeItLetsPass() {
        place(StopTarget.operation("payAtCounter"));

        assertThat(checked(other, StopTarget.operation("payAtCounter"))).contains(ProblemType.STOPPED);
    }

    @Test
    void whatIsStoppedWhileAnEffectRunsIsRefusedBeforeItIsCommitted() {
        one.look();
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> house.inTransaction(
                        handle -> one.around(handle, () -> List.of(StopTarget.operation("payAtCounter")), () -> {
                            ran.add("effect");
                            place(StopTarget.operation("payAtCounter"));
                            one.look();
                            return ran;
                        })))
                .isInstanceOf(ProblemException.class)
                .hasMessage("stopped");
        assertThat(ran).containsExactly("effect");
    }

    @Test
    void whatIsStoppedBeforeAnEffectKeepsItFromRunning() {
        place(StopTarget.partner("bank"));
        one.look();

        assertThatThrownBy(() -> house.inTransaction(
                        handle -> one.around(handle, () -> List.of(StopTarget.partner("bank")), () -> {
                            throw new AssertionError("It ran");
                        })))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anEffectIsStoppedByTheCounterThatItNamesItself() {
        place(StopTarget.point("bank", "c1"));
        one.look();
        List<StopTarget> named = new ArrayList<>();

        assertThatThrownBy(() -> house.inTransaction(
                        handle -> one.around(handle, () -> named, () -> named.add(StopTarget.point("bank", "c1")))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whileNothingIsStoppedNobodySaysWhatCouldBe() {
        one.look();

        assertThat(house.<String>inTransaction(handle -> one.around(
                        handle,
                        () -> {
                            throw new AssertionError("It was asked");
                        },
                        () -> "made")))
                .isEqualTo("made");
    }

    @Test
    void theLogSaysWhoStoppedWhom() {
        place(StopTarget.operator("bank", "T1"));
        place(StopTarget.partner("bank"));
        place(StopTarget.operation("payAtCounter"));

        assertThat(house.who("stop.placed"))
                .containsExactly(
                        "officer tongban-agency of bank",
                        "officer tongban-agency of bank",
                        "officer tongban-agency of ");
    }

    @Test
    void aStopThatIsReleasedWhileItIsPlacedAgainIsFollowedByAnother() {
        PlacedStop first = place(StopTarget.partner("bank"));
        AtomicBoolean isReleased = new AtomicBoolean();
        SqlStatements statements = house.jdbi.getConfig(SqlStatements.class);
        SqlLogger usual = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRenderedSql().contains("INSERT INTO stop") && !isReleased.getAndSet(true)) {
                    house.inTransaction(handle -> other.release(handle, first.id(), House.AGENCY));
                }
            }
        });
        try {
            assertThat(place(StopTarget.partner("bank")).id()).isNotEqualTo(first.id());
        } finally {
            statements.setSqlLogger(usual);
        }
        one.look();
        assertThat(checked(one, StopTarget.partner("bank"))).contains(ProblemType.STOPPED);
    }
}
