package io.tongban.sandbox.province.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Serials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class FileSimulatorTest {
    private FileProvince province;

    @BeforeEach
    void open() throws IOException {
        province = new FileProvince();
    }

    @AfterEach
    void close() {
        province.close();
    }

    @Test
    void listensWhereItSaysWithTheKeyThatItSays() {
        assertThat(province.simulator.endpoint()).matches("sftp://127\\.0\\.0\\.1:[0-9]+/exchange");
        assertThat(province.simulator.moreProperties().get("host-key")).matches("SHA256:[A-Za-z0-9+/]{43}");
        assertThat(province.person).matches("34[0-9]{8}");
        assertThatThrownBy(() -> new FileCaller(province.simulator, "guess")).isInstanceOf(IOException.class);
    }

    @Test
    void booksAMonthAndRepeatsTheAnswerToTheSameSerialInAnotherFile() throws IOException {
        List<String> serials = FileProvince.serials(1);
        String reply = province.replyTo(province.withhold(serials));

        assertThat(FileProvince.fields(reply, 0))
                .startsWith(serials.get(0), "0000", "交易成功")
                .hasSize(6)
                .element(4)
                .isEqualTo("91752");
        assertThat(reply).endsWith("\nTOTAL|1|91752\n");
        assertThat(province.replyTo(province.withhold(serials))).isEqualTo(reply);
        assertThat(province.simulator.ledger().totalFen()).isEqualTo(91_752);
    }

    @Test
    void refusesRowByRow() throws IOException {
        province.replyTo(province.withhold(FileProvince.serials(1)));
        String reply = province.replyTo(province.withhold(FileProvince.serials(2)));

        assertThat(FileProvince.fields(reply, 0).subList(1, 6)).containsExactly("3002", "该费款所属期已缴费", "", "", "");
        assertThat(FileProvince.fields(reply, 1)).element(1).isEqualTo("0000");
        assertThat(reply).endsWith("TOTAL|2|91752\n");
    }

    @Test
    void readsANameOnceWhateverItHoldsLater() throws IOException {
        String name = province.withhold(FileProvince.serials(1));
        String reply = province.replyTo(name);
        province.caller.send(name.replace("JS2001", "JS2001_X"), "x");
        province.caller.mark(name);
        province.replyTo(province.withhold(FileProvince.serials(2)));

        assertThat(province.caller.text(name + ".rep")).isEqualTo(reply);
    }

    @Test
    void waitsForTheFileWhoseMarkIsThereAlready() throws IOException {
        String name = province.name("JS1001");
        province.caller.mark(name);
        province.replyTo(province.withhold(FileProvince.serials(1)));
        assertThat(province.caller.out()).doesNotContain(name + ".rep");

        province.caller.send(name, "TOTAL|0|0\n");
        assertThat(province.replyTo(name)).isEqualTo("TOTAL|0|0\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL|2|0,               F001",
        "TOTAL|1|1,               F001",
        "TOTAL|1,                 F001",
        "TOTAL|1|0|,              F001",
        "' ',                     F001",
    })
    void refusesAFileWhoseTotalIsWrong(String total, String code) throws IOException {
        String name = province.name("JS1001");
        String row = AnhuiRows.register(Serials.next(), province.citizen, "李䶮𠮷");
        province.caller.send(name, row + total + "\n");

        assertThat(province.replyTo(name)).startsWith("REFUSED|" + code + "|").endsWith("\n");
        assertThat(province.simulator.ledger().persons()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotReadAndTakesNothingOfIt() throws IOException {
        String row = AnhuiRows.register(Serials.next(), province.citizen, "王小明");
        byte[] whole = (row + "TOTAL|1|0\n").getBytes(FileCaller.GB18030);
        List<byte[]> files = List.of(
                new byte[0],
                "\n".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(whole, whole.length - 1),
                (row.replace("王小明", "王|小明") + "TOTAL|1|0\n").getBytes(FileCaller.GB18030),
                (row.replace("|1\n", "|7\n") + "TOTAL|1|0\n").getBytes(FileCaller.GB18030),
                (row + "TOTAL|1|0\n").getBytes(StandardCharsets.UTF_16BE),
                new byte[] {'a', (byte) 0xB0, '\n', '\n'});
        for (byte[] file : files) {
            String name = province.name("JS1001");
            province.caller.send(name, file);
            assertThat(province.replyTo(name)).startsWith("REFUSED|F002|");
        }
        assertThat(province.simulator.ledger().persons()).isEqualTo(1);
    }
}
