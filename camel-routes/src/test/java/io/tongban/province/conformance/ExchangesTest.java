package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.nearside.Samples;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
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
}
