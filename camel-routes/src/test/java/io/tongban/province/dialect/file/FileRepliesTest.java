package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies in every state of disrepair: left alone until they are right, and settled once. */
class FileRepliesTest extends AnhuiFiles {
    private ProvinceLink link;

    @BeforeEach
    void send() throws Exception {
        link = links().open();
        link.send(Samples.withhold(Samples.ANHUI));
        spool.round();
    }

    @AfterEach
    void close() {
        link.close();
    }

    static Stream<byte[]> brokenReplies() {
        byte[] right = RIGHT.getBytes(SftpStub.GB18030);
        byte[] halfCharacter = (Samples.SERIAL
                        + "|0000|.办|34202611230000000001|110200|20261124093000\nTOTAL|1|110200\n")
                .getBytes(SftpStub.GB18030);
        byte[] missingByte = new byte[halfCharacter.length - 1];
        int cut = Samples.SERIAL.length() + 8;
        System.arraycopy(halfCharacter, 0, missingByte, 0, cut);
        System.arraycopy(halfCharacter, cut + 1, missingByte, cut, missingByte.length - cut);
        return Stream.of(
                new byte[0],
                "\n".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(right, right.length / 2),
                Arrays.copyOf(right, right.length - 3),
                missingByte,
                text(BOOKED.substring(1), "TOTAL|1|110200\n"),
                text(Samples.SERIAL + BOOKED, "TOTAL|1|110201\n"),
                text(Samples.SERIAL + BOOKED, "TOTAL|2|110200\n"),
                text(Samples.SERIAL + BOOKED, "TOTAL|1|-1\n"),
                text(Samples.SERIAL + BOOKED, "TOTAL|1|110200\n\n"),
                text(Samples.SERIAL + BOOKED.replace("交易成功", "王|小明"), "TOTAL|1|110200\n"),
                text(Samples.SERIAL + BOOKED.replace("110200", "1102.00"), "TOTAL|1|110200\n"),
                text(Samples.SERIAL + BOOKED.replace("110200", "110200\u0000"), "TOTAL|1|110200\n"),
                text(Samples.SERIAL + "\u0007" + BOOKED, "TOTAL|1|110200\n"),
                text(Samples.SERIAL + BOOKED, "TOTAL|1|110200\u0000\n"),
                text("a b" + BOOKED, "TOTAL|1|110200\n"),
                text("REFUSED|F001\n", ""),
                text(("x".repeat(1024 * 1024) + "|").repeat(10), ""),
                text((Samples.SERIAL + "|5000||||\n").repeat(40_010), "TOTAL|40010|0\n"));
    }

    private static byte[] text(String rows, String total) {
        return (rows + total).getBytes(SftpStub.GB18030);
    }

    @ParameterizedTest
    @MethodSource("brokenReplies")
    void leavesAReplyThatIsNotRightAndReadsItWhenItIs(byte[] broken) throws Exception {
        province.reply(FILE, broken);
        spool.round();

        assertThat(inbox.replies).isEmpty();
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);

        province.reply(FILE, RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void aControlCharacterInAMessageKeepsNothingUnread() throws Exception {
        province.reply(FILE, RIGHT.replace("成功", "\u0000\u0007\u0085"));

        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void aControlCharacterInAReceiptKeepsItsOwnRowWaitingAndNoOther() throws Exception {
        province.reply(FILE, RIGHT.replace("|34202611230000000001|", "|3420261123\u000000000001|"));
        spool.round();
        assertThat(inbox.replies).isEmpty();
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);

        province.reply(FILE + ".2", RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void waitsForTheDataWhoseMarkIsThereAlready() throws Exception {
        Files.write(province.out(FILE + ".rep.ok"), new byte[0]);
        spool.round();
        assertThat(inbox.replies).isEmpty();

        province.reply(FILE, RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void readsNothingWithoutItsMark() throws Exception {
        Files.writeString(province.out(FILE + ".rep"), RIGHT, SftpStub.GB18030);
        spool.round();

        assertThat(inbox.replies).isEmpty();
    }

    @Test
    void needsNoLastNewline() throws Exception {
        province.reply(FILE, RIGHT.stripTrailing());

        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void readsTheSameReplyOnce() throws Exception {
        province.reply(FILE, RIGHT);
        inbox.next();
        province.reply(FILE, RIGHT);
        spool.round();

        assertThat(inbox.replies).isEmpty();
    }

    @Test
    void passesOnAnotherAmountAsItIsWritten() throws Exception {
        province.reply(FILE, RIGHT.replace("110200", "110000"));

        assertThat(((ProvinceReply.Accepted) inbox.next()).detail())
                .extracting("amountFen")
                .isEqualTo(110000L);
    }

    @Test
    void passesOverARowForASerialThatWasNotInTheFile() throws Exception {
        province.reply(FILE, "S" + "0".repeat(19) + BOOKED + RIGHT.replace("TOTAL|1|110200", "TOTAL|2|220400"));

        assertThat(inbox.next().serial()).isEqualTo(Samples.SERIAL);
        spool.round();
        assertThat(inbox.replies).isEmpty();
        assertThat(spool.files()).isEmpty();
    }

    @Test
    void takesWhatTheReplyLeavesOutForNotTakenAndSendsItAgain() throws Exception {
        province.reply(FILE, "TOTAL|0|0\n");
        spool.round();
        spool.round();

        String again = "JS2001_TONGBAN_20261123_002";
        assertThat(province.text(again + ".txt")).isEqualTo(province.text(FILE + ".txt"));
        province.reply(again, RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void sendsTheRowsOfARefusedFileAgain() throws Exception {
        province.reply(FILE, "REFUSED|F001|合计不符\n");
        spool.round();
        spool.round();

        assertThat(province.sent()).contains("JS2001_TONGBAN_20261123_002.ok");
    }

    @Test
    void sendsNothingAgainThatWasInProcessWhenALaterReplyRefusesTheWholeFile() throws Exception {
        province.reply(FILE, Samples.SERIAL + "|5000|处理中|||\nTOTAL|1|0\n");
        spool.round();
        province.reply(FILE + ".2", "REFUSED|F001|合计不符\n");
        spool.round();
        spool.round();

        assertThat(province.sent()).doesNotContain("JS2001_TONGBAN_20261123_002.ok");
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);
        inbox.replies.clear();
        province.reply(FILE + ".2", RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"5000", "9999", "7777"})
    void waitsForALaterReplyToARowThatIsNotCertain(String code) throws Exception {
        province.reply(FILE, Samples.SERIAL + "|" + code + "|处理中|||\nTOTAL|1|0\n");
        spool.round();
        province.reply(FILE + ".2", Samples.SERIAL + "|" + code + "|处理中|||\nTOTAL|1|0\n");
        spool.round();

        assertThat(inbox.replies).allMatch(reply -> reply instanceof ProvinceReply.Pending);
        assertThat(inbox.replies).hasSize(code.equals("5000") ? 2 : 0);
        assertThat(province.sent()).hasSize(2);
        inbox.replies.clear();
        province.reply(FILE + ".3", RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        spool.round();
        assertThat(spool.files()).isEmpty();
    }

    @Test
    void waitsForALaterReplyToARowWhoseDetailsAreNoneThatAProvinceWouldMean() throws Exception {
        province.reply(FILE, RIGHT.replace("20261124093000", "20261324093000"));
        spool.round();

        assertThat(inbox.replies).isEmpty();
        assertThat(spool.files()).hasSize(1);
        province.reply(FILE + ".2", RIGHT);
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void readsAReplyAgainThatCouldNotBeStored() throws Exception {
        inbox.storeIsDown = true;
        province.reply(FILE, RIGHT);
        spool.round();
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);

        inbox.storeIsDown = false;
        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void takesBackWhatAReversalFileSays() throws Exception {
        List<String> rows = List.of(Samples.SERIAL + "|20261125080000", "S" + "0".repeat(19) + "|20261125080001");
        province.reply("REVERSED_20261125_001", rows.get(0) + "\nTOTAL|1|0\n");
        assertThat(inbox.nextReversal()).isEqualTo(Samples.SERIAL + " 2026-11-25T00:00:00Z");
        province.reply("REVERSED_20261125_002", rows.get(1) + "\nTOTAL|2|0\n");
        spool.round();
        assertThat(inbox.reversals).isEmpty();

        province.reply("REVERSED_20261125_002", String.join("\n", rows) + "\nTOTAL|2|0\n");
        assertThat(inbox.nextReversal()).startsWith(Samples.SERIAL);
        assertThat(inbox.nextReversal()).startsWith("S000");
        spool.round();
        assertThat(inbox.reversals).isEmpty();
    }
}
