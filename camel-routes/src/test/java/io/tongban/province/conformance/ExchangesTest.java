package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.nearside.Samples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangesTest {
    static Stream<ProvinceCommand> commands() {
        ProvinceCommand.Withhold withhold = Samples.withhold(Samples.ANHUI);
        return Stream.of(
                withhold,
                Samples.query(Samples.ANHUI),
                Samples.inquire(withhold),
                new ProvinceCommand.Reverse(Samples.ANHUI, "V2611231752000000001", withhold));
    }

    /** Also where the command only asks about, or takes back, another that says it. */
    @ParameterizedTest
    @MethodSource("commands")
    void showsNoPersonInAnAnswerThatCannotBeRead(ProvinceCommand command) {
        Exchanges exchanges = new Exchanges();
        exchanges.began(command);
        exchanges.unreadable(("9|" + Samples.NAME + "|4400000001|end").getBytes(StandardCharsets.UTF_8));

        assertThat(exchanges.taken())
                .contains(": 9|" + "*".repeat(Samples.NAME.length() * 3) + "|**********|end")
                .doesNotContain(Samples.NAME, "4400000001");
    }

    /** Messages and files come late, and a file is looked at again and again. */
    @Test
    void showsWhatCameOverAQueueOnceAndNoPersonOfAnEarlierCommand() {
        Exchanges exchanges = new Exchanges();
        exchanges.began(Samples.withhold(Samples.ANHUI));
        exchanges.taken();
        exchanges.began(new ProvinceCommand.QueryDayTotals(Samples.ANHUI, Samples.SERIAL, LocalDate.of(2026, 11, 22)));
        byte[] octets = ("9|" + Samples.NAME + "|end").getBytes(StandardCharsets.UTF_8);
        exchanges.arrived("unreadable at booked-at", octets);
        exchanges.arrived("unreadable at booked-at", octets);

        assertThat(exchanges.taken())
                .containsOnlyOnce("  came: unreadable at booked-at\n")
                .containsOnlyOnce(": 9|" + "*".repeat(Samples.NAME.length() * 3) + "|end");
        exchanges.arrived("unreadable at booked-at", octets);
        assertThat(exchanges.taken()).as("under the next row, too").contains("|end");
    }

    /** A queue that is full of rubbish does not fill the report, and many tries do not push out what came. */
    @Test
    void showsThreeAnswersAtMostAndAlsoAfterManyTries() {
        Exchanges exchanges = new Exchanges();
        for (int i = 0; i < 1000; i++) {
            exchanges.began(Samples.withhold(Samples.ANHUI));
        }
        for (int i = 0; i < 10; i++) {
            exchanges.arrived("unreadable", ("x".repeat(5000) + i).getBytes(StandardCharsets.US_ASCII));
            exchanges.unreadable((i + "y".repeat(5000)).getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(exchanges.taken())
                .contains(" of them the first 256: xxx", " of them the first 256: 0yyy", " of them the first 256: 1yyy")
                .doesNotContain("2yyy")
                .hasSizeLessThan(10_000);
    }
}
