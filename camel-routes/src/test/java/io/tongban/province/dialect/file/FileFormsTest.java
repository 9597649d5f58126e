package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.farside.Archives;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile may say of its files: each word has its effect in both directions, or the start refuses it. */
class FileFormsTest extends AnhuiFiles {
    private static final String ROW =
            Samples.SERIAL + "|4400000001|11010519491231002X|王小明|110|202610|551000|110200|91110108551385082Q\n";

    @ParameterizedTest
    @CsvSource({"none, ''", "gzip, .gz", "zip, .zip"})
    void packsAndUnpacks(String packed, String ending) throws Exception {
        try (ProvinceLink link = open("packed: " + packed)) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            byte[] sent = Files.readAllBytes(province.in(FILE + ".txt" + ending));
            assertThat(unpacked(packed, sent)).isEqualTo(ROW + "TOTAL|1|110200\n");

            province.put(FILE + ".rep" + ending, packed(packed, FILE + ".rep", RIGHT));
            mark(FILE + ".rep" + ending);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"md5", "sha256", "sm3"})
    void writesAndComparesAChecksumFile(String algorithm) throws Exception {
        try (ProvinceLink link = open("checksum: " + algorithm)) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            byte[] sent = Files.readAllBytes(province.in(FILE + ".txt"));
            assertThat(Files.readString(province.in(FILE + ".txt." + algorithm)))
                    .isEqualTo(digest(algorithm, sent) + "  " + FILE + ".txt\n");

            byte[] right = RIGHT.getBytes(SftpStub.GB18030);
            // Right in its total, and yet not what was signed off.
            province.put(FILE + ".rep", RIGHT.replace("交易成功", "交易失败").getBytes(SftpStub.GB18030));
            Files.writeString(
                    province.out(FILE + ".rep." + algorithm),
                    digest(algorithm, right).toUpperCase() + "\n");
            mark(FILE + ".rep");
            spool.round();
            assertThat(inbox.replies).isEmpty();

            province.put(FILE + ".rep", right);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void waitsForTheDataWhoseChecksumComesFirst() throws Exception {
        try (ProvinceLink link = open("checksum: sha256, mark: no")) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.sent()).containsExactly(FILE + ".txt", FILE + ".txt.sha256");

            byte[] right = RIGHT.getBytes(SftpStub.GB18030);
            Files.writeString(province.out(FILE + ".rep.sha256"), digest("sha256", right) + "  " + FILE + ".rep\n");
            spool.round();
            province.put(FILE + ".rep", java.util.Arrays.copyOf(right, 20));
            spool.round();
            assertThat(inbox.replies).isEmpty();

            province.put(FILE + ".rep", right);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void namesFilesAndFoldersAsTheProvinceDoes() throws Exception {
        Files.createDirectories(province.in("../daily/up"));
        Files.createDirectories(province.in("../daily/down"));
        try (ProvinceLink link = open("request-folder: daily/up, reply-folder: daily/down,"
                + " name: \"SB{day}.{kind}-{number:5}.dat\", reply-name: \"{name}{again:_}.ret\"")) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.in("../daily/up/SB20261123.JS2001-00001.dat")).exists();
            assertThat(province.in("../daily/up/SB20261123.JS2001-00001.ok")).exists();

            Path reply = province.in("../daily/down/SB20261123.JS2001-00001.ret");
            Files.writeString(reply, Samples.SERIAL + "|5000|处理中|||\nTOTAL|1|0\n", SftpStub.GB18030);
            Files.createFile(reply.resolveSibling(reply.getFileName() + ".ok"));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Pending.class);
            Path later = reply.resolveSibling("SB20261123.JS2001-00001_2.ret");
            Files.writeString(later, RIGHT, SftpStub.GB18030);
            Files.createFile(later.resolveSibling(later.getFileName() + ".ok"));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void writesAndReadsAHeaderAndATotalBeforeTheRows() throws Exception {
        try (ProvinceLink link = open("header: \"H;{operator};{day}\", total-at: start, total: \"N={rows};S={fen}\"")) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            assertThat(province.text(FILE + ".txt")).isEqualTo("H;TONGBAN;20261123\nN=1;S=110200\n" + ROW);

            province.reply(FILE, "N=1;S=110200\n" + Samples.SERIAL + BOOKED);
            spool.round();
            province.reply(FILE, "H;AH;20261124\nN=2;S=110200\n" + Samples.SERIAL + BOOKED);
            spool.round();
            assertThat(inbox.replies).isEmpty();

            province.reply(FILE, "H;AH;20261124\nN=1;S=110200\n" + Samples.SERIAL + BOOKED);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "up", "folder", "none", "bomb", "half", "text"})
    void leavesAnArchiveThatIsNotOneFileAndReadsItWhenItIs(String wrong) throws Exception {
        try (ProvinceLink link = open("packed: zip")) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            province.put(FILE + ".rep.zip", hostile(wrong));
            mark(FILE + ".rep.zip");
            spool.round();
            assertThat(inbox.replies).isEmpty();
            assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);

            province.put(FILE + ".rep.zip", packed("zip", FILE + ".rep", RIGHT));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    private static byte[] hostile(String wrong) throws IOException {
        return switch (wrong) {
            case "two" -> Archives.zip(Map.of("a.rep", RIGHT, "b.rep", RIGHT));
            case "up" -> Archives.zip(Map.of("../a.rep", RIGHT));
            case "folder" -> Archives.zip(Map.of("a/b.rep", RIGHT));
            case "none" -> Archives.zip(Map.of());
            // A hundred megabytes in a hundred kilobytes: one line without an end.
            case "bomb" -> Archives.bomb();
            case "half" -> java.util.Arrays.copyOf(Archives.zip(Map.of("a.rep", RIGHT)), 60);
            default -> RIGHT.getBytes(SftpStub.GB18030);
        };
    }

    /** One row that is not certain yet holds none that the province never took. */
    @Test
    void sendsRowsThatWereLeftOutAgainThoughAnotherStaysOpen() throws Exception {
        try (ProvinceLink link = open("mark: yes")) {
            String other = "W261123175200000002B";
            spool.atOnce(() -> {
                link.send(Samples.withhold(Samples.ANHUI));
                link.send(Samples.withhold(Samples.ANHUI, other));
            });
            spool.round();
            assertThat(province.text(FILE + ".txt")).contains(Samples.SERIAL, other);

            province.reply(FILE, Samples.SERIAL + "|5000|处理中|||\nTOTAL|1|0\n");
            spool.round();
            spool.round();
            assertThat(province.text("JS2001_TONGBAN_20261123_002.txt"))
                    .contains(other)
                    .doesNotContain(Samples.SERIAL);
            assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);
        }
    }

    private ProvinceLink open(String words) {
        return links(words.replaceAll(", (?=[a-z-]+: )", "\n  ")).open();
    }

    private void mark(String name) throws IOException {
        Files.createFile(province.out(name + ".ok"));
    }

    private static byte[] packed(String how, String name, String text) throws IOException {
        if (how.equals("zip")) {
            return Archives.zip(Map.of(name, text));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = how.equals("gzip") ? new GZIPOutputStream(out) : out) {
            gzip.write(text.getBytes(SftpStub.GB18030));
        }
        return out.toByteArray();
    }

    private static String unpacked(String how, byte[] octets) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        if (how.equals("gzip")) {
            return new String(new GZIPInputStream(in).readAllBytes(), SftpStub.GB18030);
        }
        if (how.equals("none")) {
            return new String(octets, SftpStub.GB18030);
        }
        ZipInputStream zip = new ZipInputStream(in);
        assertThat(zip.getNextEntry().getName()).isEqualTo(FILE + ".txt");
        return new String(zip.readAllBytes(), SftpStub.GB18030);
    }

    private static String digest(String algorithm, byte[] octets) throws Exception {
        MessageDigest digest = switch (algorithm) {
            case "md5" -> MessageDigest.getInstance("MD5");
            case "sha256" -> MessageDigest.getInstance("SHA-256");
            default -> new SM3.Digest();
        };
        return HexFormat.of().formatHex(digest.digest(octets));
    }
}
