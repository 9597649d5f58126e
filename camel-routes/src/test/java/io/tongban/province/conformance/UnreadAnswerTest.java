package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadAnswerTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> PERSONAL = List.of("11010519491231002X", "李秀英", "13900000017", "5100000001");

    @Test
    void showsTextAndOctetsInTheirPlaces() {
        assertThat(UnreadAnswer.lines("0000\u0001OK".getBytes(StandardCharsets.US_ASCII), PERSONAL))
                .containsExactly("  the answer's 7 octets: 0000·OK", "       0  30 30 30 30 01 4f 4b");
    }

    @Test
    void masksThePersonInEitherCharsetOctetByOctet() {
        String answer = "11010519491231002X李秀英139000000175100000001";
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            byte[] octets = answer.getBytes(charset);

            List<String> lines = UnreadAnswer.lines(octets, PERSONAL);

            assertThat(lines.get(0)).endsWith(": " + "*".repeat(octets.length));
            assertThat(String.join("", lines.subList(1, lines.size()))).matches("(?: +[0-9]+(?: +2a)+)+");
        }
    }

    @Test
    void masksNumbersOfPersonsWhomNobodySent() {
        String answer = "id=440106199001011234, tel=13812345678, serial=C0000000000000000001";

        assertThat(UnreadAnswer.lines(answer.getBytes(StandardCharsets.US_ASCII), List.of())
                        .get(0))
                .endsWith(": id=******************, tel=***********, serial=C0000000000000000001");
    }

    @Test
    void showsTheBeginningOfALongOne() {
        List<String> lines = UnreadAnswer.lines("x".repeat(5000).getBytes(StandardCharsets.US_ASCII), List.of());

        assertThat(lines).hasSize(1 + 16);
        assertThat(lines.get(0)).startsWith("  the answer's 5000 octets, of them the first 256: xxx");
    }
}
