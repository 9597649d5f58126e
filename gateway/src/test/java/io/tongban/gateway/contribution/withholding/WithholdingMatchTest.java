package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.dispatch.OutcomeMatch;
import io.tongban.gateway.testing.House;
import io.tongban.gateway.testing.ScriptedProvinces;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of states and words. */
class WithholdingMatchTest {
    private static final Instant REVERSED_AT = House.NOW;

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,         booked,           SETTLES",
        "ACCEPTED,         other amount,     DIFFERS",
        "ACCEPTED,         refused,          SETTLES",
        "IN_PROCESS,       booked,           SETTLES",
        "IN_PROCESS,       other amount,     DIFFERS",
        "IN_PROCESS,       refused,          SETTLES",
        "IN_PROCESS,       pending,          SAYS_NOTHING",
        "IN_PROCESS,       never arrived,    SAYS_NOTHING",
        "IN_PROCESS,       a person's,       SAYS_NOTHING",
        "AWAITING_REVIEW, booked,           SETTLES",
        "AWAITING_REVIEW, other amount,     DIFFERS",
        "AWAITING_REVIEW, refused,          SETTLES",
        "CONFIRMED,        booked,           REPEATS",
        "CONFIRMED,        other amount,     CONTRADICTS",
        "CONFIRMED,        other receipt,    CONTRADICTS",
        "CONFIRMED,        refused,          CONTRADICTS",
        "CONFIRMED,        pending,          SAYS_NOTHING",
        "REFUSED,          refused,          REPEATS",
        "REFUSED,          booked,           CONTRADICTS",
        "REVERSED,         booked,           REPEATS",
        "REVERSED,         booked afterwards,CONTRADICTS",
        "REVERSED,         other amount,     CONTRADICTS",
        "REVERSED,         refused,          REPEATS"
    })
    void aWordMeans(State state, String word, OutcomeMatch match) {
        assertThat(WithholdingMatch.of(in(state), reply(word))).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, SETTLES",
        "IN_PROCESS, SETTLES",
        "AWAITING_REVIEW, SETTLES",
        "CONFIRMED, SETTLES",
        "REFUSED, REPEATS",
        "REVERSED, REPEATS"
    })
    void aReversalMeans(State state, OutcomeMatch match) {
        assertThat(WithholdingMatch.ofReversal(in(state))).isEqualTo(match);
    }

    private static ProvinceReply reply(String word) {
        return switch (word) {
            case "booked" -> booked("R1", AMOUNT_FEN, REVERSED_AT);
            case "booked afterwards" -> booked("R1", AMOUNT_FEN, REVERSED_AT.plusSeconds(1));
            case "other amount" -> booked("R1", AMOUNT_FEN + 1, REVERSED_AT);
            case "other receipt" -> booked("R2", AMOUNT_FEN, REVERSED_AT);
            case "refused" -> new ProvinceReply.Refused("S", RefusalReason.NOT_ELIGIBLE, "E7", "no");
            case "never arrived" -> new ProvinceReply.Refused("S", RefusalReason.SERIAL_NOT_FOUND, "E9", "no");
            case "a person's" -> new ProvinceReply.Accepted("S", new ProvinceDetail.Registered("P1"));
            case "pending" -> new ProvinceReply.Pending("S", null);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static ProvinceReply booked(String receipt, long amountFen, Instant at) {
        return new ProvinceReply.Accepted("S", new ProvinceDetail.Withheld(receipt, amountFen, at));
    }

    private static WithholdingRecord in(State state) {
        return new WithholdingRecord(
                "wh_1",
                House.MEITU,
                House.CREDIT_CODE,
                "ref-1",
                "prs_1",
                "wkr_1",
                "mdt_1",
                "enr_1",
                new ProvinceCode("44"),
                ScriptedProvinces.PENSION,
                YearMonth.of(2026, 10),
                551_000,
                AMOUNT_FEN,
                "261123ABCDEFGHJKMNPQ",
                state,
                state == State.REFUSED ? ProblemType.PROVINCE_PERIOD_PAID : null,
                state == State.CONFIRMED ? "R1" : null,
                House.NOW,
                state.isFinal() ? House.NOW : null,
                state == State.REVERSED ? REVERSED_AT : null,
                1);
    }
}
