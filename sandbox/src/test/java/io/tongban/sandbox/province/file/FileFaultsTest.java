package io.tongban.sandbox.province.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class FileFaultsTest {
    private FileProvince province;
    private Faults faults;

    @BeforeEach
    void open() throws IOException {
        province = new FileProvince();
        faults = province.simulator.faults();
    }

    @AfterEach
    void close() {
        province.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTIAL_REPLY", "WRONG_TOTAL", "DELIMITER_IN_MESSAGE", "HALF_CHARACTER"})
    void tellsTheTruthAfterAWrongReply(Fault fault) throws IOException {
        faults.next(fault, 1);
        List<String> serials = FileProvince.serials(2);
        String name = province.withhold(serials);
        String wrong = province.replyTo(name);
        String right = province.other(name + ".rep", wrong);

        assertThat(right).startsWith(serials.get(0) + "|0000|交易成功|").endsWith("TOTAL|2|183504\n");
        assertThat(province.replyTo(province.withhold(serials))).isEqualTo(right);
        assertThat(faults.fired()).containsEntry(fault, 1L);
    }

    @Test
    void cutsAReplyInTheMiddleAndTotalsItWrong() throws IOException {
        List<String> serials = FileProvince.serials(2);
        String right = province.replyTo(province.withhold(serials));

        faults.next(Fault.PARTIAL_REPLY, 1);
        assertThat(right)
                .startsWith(province.replyTo(province.withhold(serials)))
                .doesNotEndWith(" ");
        faults.next(Fault.WRONG_TOTAL, 1);
        assertThat(province.replyTo(province.withhold(serials))).endsWith("TOTAL|2|183505\n");
        faults.next(Fault.DELIMITER_IN_MESSAGE, 1);
        assertThat(FileProvince.fields(province.replyTo(province.withhold(serials)), 0))
                .hasSize(7);
        faults.next(Fault.NO_LAST_NEWLINE, 1);
        assertThat(province.replyTo(province.withhold(serials))).isEqualTo(right.stripTrailing());
    }

    @Test
    void cutsACharacterInHalf() throws IOException {
        faults.next(Fault.HALF_CHARACTER, 1);
        String name = province.withhold(FileProvince.serials(1));
        String garbled = province.replyTo(name);

        byte[] bytes = province.caller.bytes(name + ".rep");
        assertThatThrownBy(() -> {
                    CharSequence text = FileCaller.GB18030.newDecoder().decode(ByteBuffer.wrap(bytes));
                    // Half a character may make another one of what follows it: then a field is lost.
                    if (text.toString().split("\n", -1)[0].split("\\|", -1).length != 6) {
                        throw new CharacterCodingException();
                    }
                })
                .isInstanceOf(CharacterCodingException.class);
        province.other(name + ".rep", garbled);
    }

    @Test
    void marksAReplyBeforeItIsThere() throws IOException {
        faults.next(Fault.OK_BEFORE_DATA, 1);
        String name = province.withhold(FileProvince.serials(1));
        String right = province.other(name + ".rep", "");

        assertThat(right).endsWith("TOTAL|1|91752\n");
        assertThat(faults.fired()).containsEntry(Fault.OK_BEFORE_DATA, 1L);
    }

    @Test
    void takesHalfABatchAndTheRestWhenItComesAgain() throws IOException {
        faults.next(Fault.HALF_A_BATCH, 1);
        List<String> serials = FileProvince.serials(4);

        assertThat(province.replyTo(province.withhold(serials))).endsWith("TOTAL|2|183504\n");
        assertThat(province.replyTo(province.withhold(serials))).endsWith("TOTAL|4|367008\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(4);
    }

    @Test
    void answersASerialThatWasNeverSent() throws IOException {
        faults.next(Fault.UNKNOWN_SERIAL, 1);
        List<String> serials = FileProvince.serials(1);
        String reply = province.replyTo(province.withhold(serials));

        assertThat(FileProvince.fields(reply, 1)).element(0).isNotIn(serials);
        assertThat(reply).endsWith("TOTAL|2|91852\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_INSIDE_SUCCESS, 9999", "IN_PROCESS, 5000"})
    void hidesASuccessUntilALaterReply(Fault fault, String code) throws IOException {
        faults.next(fault, 1);
        List<String> serials = FileProvince.serials(2);
        String name = province.withhold(serials);

        String first = province.replyTo(name);
        assertThat(FileProvince.fields(first, 0)).element(1).isEqualTo(code);
        assertThat(first).endsWith("TOTAL|2|91752\n");
        String second = province.next(name + ".2.rep");
        assertThat(second).startsWith(serials.get(0) + "|0000|").endsWith("TOTAL|1|91752\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(2);
    }

    @Test
    void answersWhatIsInProcessInTheEndWhateverHappensInBetween() throws IOException {
        faults.next(Fault.IN_PROCESS, 1);
        String name = province.withhold(FileProvince.serials(1));
        province.replyTo(name);

        faults.next(Fault.CONNECTION_CUT_AFTER_COMMIT, 1);
        assertThat(province.next(name + ".2.rep")).isEqualTo("TOTAL|0|0\n");
        assertThat(province.next(name + ".3.rep")).endsWith("TOTAL|1|91752\n");
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_CUT_BEFORE_COMMIT, 0", "CONNECTION_CUT_AFTER_COMMIT, 1", "NO_REPLY_AFTER_COMMIT, 1"})
    void leavesARowOutAndAnswersItWhenItComesAgain(Fault fault, long booked) throws IOException {
        faults.next(fault, 1);
        List<String> serials = FileProvince.serials(1);

        assertThat(province.replyTo(province.withhold(serials))).isEqualTo("TOTAL|0|0\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(booked);
        assertThat(province.replyTo(province.withhold(serials))).endsWith("TOTAL|1|91752\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void takesABookingBackLaterAndSaysSo() throws IOException {
        faults.next(Fault.REVERSED_LATER, 1);
        List<String> serials = FileProvince.serials(2);
        String name = province.withhold(serials);
        assertThat(province.replyTo(name)).endsWith("TOTAL|2|183504\n");

        String reversed = province.next("REVERSED_20261123_001.rep");
        assertThat(reversed).matches(serials.get(0) + "\\|20261123[0-9]{6}\nTOTAL\\|1\\|0\n");
        assertThat(province.simulator.ledger().bookings()).isEqualTo(1);
        assertThat(FileProvince.fields(province.replyTo(province.withhold(serials)), 0))
                .element(1)
                .isEqualTo("4009");
    }
}
