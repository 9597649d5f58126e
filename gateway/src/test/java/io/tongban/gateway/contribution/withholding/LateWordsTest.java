package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.AMOUNT_FEN;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.OCTOBER;
import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.StepKind;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingStep;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.dispatch.Dispatching;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.testing.Crowd;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withholdings whose outcome comes unasked, and late. */
class LateWordsTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");

    private final House house = new House();
    private final WithholdingFixture meitu = WithholdingFixture.of(house, MEITU, 1);
    private final ProvinceInbox inbox = Dispatching.inbox(house);
    private String id = "";

    @BeforeEach
    void accept() {
        house.listen(MEITU);
        id = meitu.accepted("wh-1", OCTOBER);
    }

    @Test
    void tomorrowsReplyConfirms() {
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN));
        assertThat(meitu.read(id).state()).isEqualTo(State.CONFIRMED);
        assertThat(meitu.read(id).provinceReceipt()).isEqualTo("R1");
        assertThat(house.count("outbox WHERE subject_id = '" + id + "'")).isZero();
        assertThat(house.told()).containsExactly(MEITU + " WITHHOLDING_CONFIRMED");
    }

    @Test
    void aReversalIsToldAndFreesTheMonth() {
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN));
        Instant confirmedAt = house.clock.instant();
        house.clock.advance(Duration.ofHours(20));
        inbox.reversed(GUANGDONG, serial(), house.clock.instant().minusSeconds(60));
        WithholdingRecord reversed = meitu.read(id);
        assertThat(reversed.state()).isEqualTo(State.REVERSED);
        assertThat(reversed.provinceReceipt()).isEqualTo("R1");
        assertThat(reversed.settledAt()).isEqualTo(house.clock.instant());
        assertThat(house.told()).containsExactly(MEITU + " WITHHOLDING_CONFIRMED", MEITU + " WITHHOLDING_REVERSED");
        assertThat(house.audited()).contains("withholding.reversed");
        assertThat(shown().history())
                .extracting(WithholdingStep::what)
                .containsExactly(
                        StepKind.ACCEPTED,
                        StepKind.ACKNOWLEDGED,
                        StepKind.CONFIRMED,
                        StepKind.ACKNOWLEDGED,
                        StepKind.REVERSED);
        assertThat(shown().history().get(2).at()).isEqualTo(confirmedAt);
        assertThat(meitu.accepted("wh-2", OCTOBER)).isNotEqualTo(id);
    }

    @Test
    void aReversalThatComesBeforeItsBookingHolds() {
        inbox.reversed(GUANGDONG, serial(), House.NOW);
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN));
        assertThat(meitu.read(id).state()).isEqualTo(State.REVERSED);
        assertThat(house.audited()).endsWith("acknowledgement.duplicate");
        assertThat(house.count("review_task")).isZero();
    }

    @Test
    void aRefusalThatWasTakenBackSaysSo() {
        inbox.arrived(GUANGDONG, new ProvinceReply.Refused(serial(), RefusalReason.REVERSED, "C9", "冲正"));
        assertThat(meitu.read(id).refusal()).isEqualTo(ProblemType.PROVINCE_REVERSED);
    }

    @Test
    void anotherAmountWaitsForAPersonAndIsTold() {
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN - 1));
        assertThat(meitu.read(id).state()).isEqualTo(State.AWAITING_REVIEW);
        assertThat(house.told()).containsExactly(MEITU + " WITHHOLDING_AWAITING_REVIEW");
        assertThat(shown().expectedBy()).isNull();
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN));
        assertThat(meitu.read(id).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void settlesOnceHoweverManyWordsComeAtOnce() throws Exception {
        Crowd.run(8, i -> () -> {
            if (i % 4 == 3) {
                inbox.reversed(GUANGDONG, serial(), House.NOW);
            } else {
                inbox.arrived(GUANGDONG, i % 2 == 0 ? booked(AMOUNT_FEN) : refused());
            }
            return id;
        });
        State state = meitu.read(id).state();
        assertThat(state.isFinal()).isTrue();
        // A confirmed one may have been reversed since, and nothing else.
        assertThat(house.told()).hasSizeBetween(1, state == State.REVERSED ? 2 : 1);
        assertThat(house.count("outbox WHERE kind = 'province.withhold'")).isZero();
    }

    @Test
    void whatIsOnItsWayIsExpectedAsThingsUsuallyGoThere() {
        assertThat(shown().expectedBy()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
        inbox.arrived(GUANGDONG, booked(AMOUNT_FEN));
        assertThat(shown().expectedBy()).isNull();
    }

    private Withholding shown() {
        Expectations expectations = house.get(Expectations.class);
        WithholdingRecord withholding = meitu.read(id);
        return WithholdingMapper.toWire(
                withholding,
                expectations.of(withholding),
                house.jdbi.withHandle(handle -> house.get(Steps.class).of(handle, id)));
    }

    private String serial() {
        return meitu.read(id).serial();
    }

    private ProvinceReply booked(long amountFen) {
        return new ProvinceReply.Accepted(serial(), new Withheld("R1", amountFen, House.NOW.minusSeconds(1)));
    }

    private ProvinceReply refused() {
        return new ProvinceReply.Refused(serial(), RefusalReason.NOT_ELIGIBLE, "E7", "no");
    }
}
