package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.AMOUNT_FEN;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.OCTOBER;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.no;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.yes;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.Numbers;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithholdingOperationTest {
    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
    private final WithholdingOperation task = house.get(WithholdingOperation.class);
    private String id = "";

    @BeforeEach
    void accept() {
        house.listen(MEITU);
        id = meitu.accepted("wh-1", OCTOBER);
    }

    @Test
    void sendsTheSameCommandOnEveryTry() {
        ProvinceCommand first = command().orElseThrow();
        house.jdbi.useTransaction(handle -> task.sending(handle, id));
        assertThat(meitu.read(id).state()).isEqualTo(State.IN_PROCESS);
        assertThat(command()).hasValue(first);
        assertThat(first).isInstanceOfSatisfying(ProvinceCommand.Withhold.class, withhold -> {
            assertThat(withhold.serial()).isEqualTo(meitu.read(id).serial());
            assertThat(withhold.person().citizenNumber()).isEqualTo(Numbers.citizen(1));
            assertThat(withhold.personNumber()).startsWith("P");
            assertThat(withhold.insurance()).isEqualTo(ScriptedProvinces.PENSION);
            assertThat(withhold.period()).isEqualTo(OCTOBER);
            assertThat(withhold.baseFen()).isEqualTo(551_000);
            assertThat(withhold.amountFen()).isEqualTo(AMOUNT_FEN);
            assertThat(withhold.payer()).isEqualTo(House.CREDIT_CODE);
        });
    }

    @Test
    void confirmsOnceAndTellsOnce() {
        settle(yes());
        WithholdingRecord confirmed = meitu.read(id);
        house.clock.advance(Duration.ofMinutes(1));
        settle(yes());
        settle(no());
        house.jdbi.useTransaction(handle -> task.sending(handle, id));
        assertThat(meitu.read(id)).isEqualTo(confirmed);
        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.provinceReceipt()).isEqualTo("GD202611230000017");
        assertThat(confirmed.settledAt()).isEqualTo(House.NOW);
        assertThat(house.told()).containsExactly(MEITU + " WITHHOLDING_CONFIRMED");
        assertThat(house.audited().stream().filter("withholding.confirmed"::equals))
                .hasSize(1);
        assertThat(command()).isEmpty();
    }

    @Test
    void refusesOnceAndLeavesTheMonthToAnotherTry() {
        settle(no());
        settle(yes());
        WithholdingRecord refused = meitu.read(id);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refusal()).isEqualTo(ProblemType.PROVINCE_AMOUNT_NOT_ALLOWED);
        assertThat(refused.settledAt()).isEqualTo(House.NOW);
        assertThat(house.told()).containsExactly(MEITU + " WITHHOLDING_REFUSED");
        assertThat(house.audited()).endsWith("withholding.refused");
        assertThat(meitu.accepted("wh-2", OCTOBER)).isNotEqualTo(id);
    }

    @Test
    void settlesOnceHoweverManyRepliesComeAtOnce() throws Exception {
        Crowd.run(10, i -> () -> {
            settle(i % 2 == 0 ? yes() : no());
            return id;
        });
        assertThat(meitu.read(id).state().isFinal()).isTrue();
        assertThat(house.told()).hasSize(1);
    }

    @Test
    void isNotSettledByAnotherAmountOrByWhatIsNoOutcome() {
        assertThat(settle(yes(AMOUNT_FEN - 1))).isFalse();
        assertThat(settle(new ProvinceReply.Unknown("S", UnknownCause.TIMEOUT))).isFalse();
        assertThat(settle(new ProvinceReply.Refused("S", RefusalReason.SERIAL_NOT_FOUND, "E404", "")))
                .isFalse();
        assertThat(meitu.read(id).state()).isEqualTo(State.ACCEPTED);
        assertThat(house.told()).isEmpty();
    }

    private boolean settle(ProvinceReply reply) {
        return meitu.settle(id, reply);
    }

    private Optional<ProvinceCommand> command() {
        return house.inTransaction(handle -> task.command(handle, id));
    }
}
