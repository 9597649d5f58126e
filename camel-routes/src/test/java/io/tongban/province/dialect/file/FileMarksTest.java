package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies beside a file and says that it is whole is called as the profile says, in both directions. */
class FileMarksTest extends AnhuiFiles {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mark: yes | .txt | .ok | .rep | .rep.ok
            mark-name: "{name}.flg" | .txt | .flg | .rep | .flg
            mark-name: "{file}.done" | .txt | .txt.done | .rep | .rep.done
            mark-name: "{name}.flg", packed: gzip | .txt.gz | .flg | .rep.gz | .flg
            mark-name: "{file}.flg", packed: gzip | .txt.gz | .txt.gz.flg | .rep.gz | .rep.gz.flg
            """)
    void marksAndWaitsForAMarkAsTheProfileSays(String words, String data, String mark, String reply, String replyMark)
            throws Exception {
        try (ProvinceLink link = withWords(words).open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.sent()).containsExactlyInAnyOrder(FILE + data, FILE + mark);
            assertThat(province.in(FILE + mark)).isEmptyFile();

            province.put(FILE + reply, reply.endsWith(".gz") ? gzip(RIGHT) : RIGHT.getBytes(SftpStub.GB18030));
            Files.createFile(province.out(FILE + ".other"));
            spool.round();
            assertThat(inbox.replies).isEmpty();

            Files.createFile(province.out(FILE + replyMark));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void aMarkMayStandBeforeTheName() throws Exception {
        try (ProvinceLink link = withWords("mark-name: \"OK_{file}\"").open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.sent()).containsExactlyInAnyOrder(FILE + ".txt", "OK_" + FILE + ".txt");

            province.put(FILE + ".rep", RIGHT.getBytes(SftpStub.GB18030));
            Files.createFile(province.out("OK_" + FILE + ".rep"));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);

            // What is taken back has a mark of the same kind, which is no such file itself.
            province.put(
                    "REVERSED_20261125_001.rep",
                    (Samples.SERIAL + "|20261125080000\nTOTAL|1|0\n").getBytes(SftpStub.GB18030));
            spool.round();
            assertThat(inbox.reversals).isEmpty();
            Files.createFile(province.out("OK_REVERSED_20261125_001.rep"));
            assertThat(inbox.nextReversal()).startsWith(Samples.SERIAL);
        }
    }

    @Test
    void aDaysFileHasAMarkOfTheSameKind() throws Exception {
        try (ProvinceLink link = withWords("mark-name: \"{name}.flg\"").open()) {
            String name = "JS5001_TONGBAN_20261122";
            province.put(name + ".txt", "20261122|01|110|1|110200\nTOTAL|1|110200\n".getBytes(SftpStub.GB18030));
            Files.createFile(province.out(name + ".txt.ok"));
            assertThat(link.send(Samples.totals(Samples.ANHUI))).isNotInstanceOf(ProvinceReply.Accepted.class);

            Files.createFile(province.out(name + ".flg"));
            assertThat(link.send(Samples.totals(Samples.ANHUI)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Accepted.class,
                            accepted -> assertThat(accepted.detail()).isInstanceOf(ProvinceDetail.DayTotals.class));
        }
    }

    @Test
    void aChecksumIsCalledAsTheProfileSays() throws Exception {
        String words = "checksum: sha256, checksum-name: \"{name}.sum\", mark: no";
        try (ProvinceLink link = withWords(words).open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.sent()).containsExactlyInAnyOrder(FILE + ".txt", FILE + ".sum");
            assertThat(Files.readString(province.in(FILE + ".sum")))
                    .isEqualTo(sha256(Files.readAllBytes(province.in(FILE + ".txt"))) + "  " + FILE + ".txt\n");

            byte[] reply = RIGHT.getBytes(SftpStub.GB18030);
            province.put(FILE + ".rep", reply);
            spool.round();
            assertThat(inbox.replies).isEmpty();
            Files.writeString(province.out(FILE + ".sum"), sha256(reply) + "\n");
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mark-name: "{file}" | cannot be used; write a name with {file}
            mark-name: done.flg | cannot be used; write a name with {file}
            mark-name: "{file}{name}" | cannot be used; write a name with {file}
            mark-name: "up/{file}.ok" | cannot be used; write a name with {file}
            mark-name: "{file}.tmp" | cannot be used; write a name with {file}
            mark-name: "{name}.txt" | .txt" would be two files
            mark-name: "{name}.flg", checksum: md5, checksum-name: "{name}.flg" | .flg" would be two files
            mark-name: "{name}.flg", reply-name: "{name}{again:.}" | write {file} in place of {name}
            mark-name: "{name}.flg", reply-folder: in | would be files of ours and of the province
            mark: no, checksum: md5, mark-name: "{file}.flg" | has "mark-name", which has no effect where mark is no
            checksum-name: "{file}.sum" | has "checksum-name", which has no effect where checksum is none
            """)
    void refusesANameThatWouldSayNothingOrTwoThings(String words, String why) {
        Links links = withWords(words);

        assertThatThrownBy(links::open).hasStackTraceContaining(why);
    }

    private Links withWords(String words) {
        return links(words.replaceAll(", (?=[a-z-]+: )", "\n  "));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(SftpStub.GB18030));
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] octets) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
