package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.FtpsStub;
import io.tongban.province.farside.TornFtps;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is made of a server's replies and listings. */
class FtpsFolderTest extends FtpsDoors {
    private static final String GOOD = "type=file;size=7;modify=20261124093000; ";

    /** It would be taken for the reply to whatever is said next. */
    @Test
    void hearsNoReplyThatComesTooLateBehindATransfer() throws Exception {
        reply = "5s";
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            InputStream in = far.read("out/late");
            assertThat(in.readAllBytes()).isNotEmpty();
            assertCut(far, in::close);

            server.sayLate();
            assertThat(far.isOpen()).isFalse();
            assertCut(far, () -> far.has("out/other"));
            assertThat(server.said).noneMatch(line -> line.startsWith("NOOP") || line.startsWith("SIZE"));
        }
    }

    @Test
    void hearsNoReplyThatComesTooLateBehindACommand() throws Exception {
        reply = "5s";
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            assertCut(far, () -> far.has("out/late"));

            server.sayLate();
            assertThat(far.isOpen()).isFalse();
            assertThat(server.said).noneMatch(line -> line.startsWith("NOOP"));
        }
    }

    @Test
    void callsFilesInUtf8() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            assertRefused(far, () -> far.has("out/回盘"), "ftp-reply-200");

            assertThat(server.said).contains("SIZE /x/out/回盘");
        }
    }

    /** What one entry says of itself must not hide the others. */
    @Test
    void passesOverAnEntryThatNobodyCanRead() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            server.listing = "type=file;size=much; a\r\ntype=file;size=99999999999999999999; b\r\n"
                    + "type=file;size=1;unix.mode=7; c\r\n type=file;\r\nd\r\n\r\ntype=dir; e\r\n"
                    + GOOD + "good one\r\n";

            assertThat(far.list("out", any -> true)).containsOnlyKeys("good one");
        }
    }

    @Test
    void findsANameAmongMoreThanCanBeHeld() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            server.listing = (GOOD + "x\r\n").repeat(150_000) + GOOD + "last\r\n";

            assertThat(far.list("out", "last"::equals)).containsOnlyKeys("last");
            assertRefused(far, () -> far.rename("in/a", "in/last"), "ftp-reply-553");
            assertThat(server.said).noneMatch(line -> line.startsWith("RNFR"));
        }
    }

    /** Whatever it is, it would be replaced. */
    @Test
    void takesANameForTakenThoughItsEntryCannotBeRead() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            server.listing = "type=file;size=much; b\r\n";

            assertRefused(far, () -> far.rename("in/a", "in/b"), "ftp-reply-553");
        }
    }

    @Test
    void takesAFolderForEmptyOnlyWhereTheServerSaysThatNothingIsThere() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, certificates, "ftpes", false)) {
            Files.createFile(server.out("a"));
            server.instead.put("FEAT", 502);
            try (RemoteFolder far = open(server.endpoint())) {
                for (int nothing : new int[] {450, 550}) {
                    server.instead.put("NLST", nothing);
                    assertThat(far.list("out", any -> true)).isEmpty();
                }
                for (int no : new int[] {425, 451, 530}) {
                    server.instead.put("NLST", no);
                    assertRefused(far, () -> far.list("out", any -> true), "ftp-reply-" + no);
                }
                server.instead.remove("NLST");
                assertThat(far.list("out", any -> true)).containsOnlyKeys("a");
            }
        }
    }
}
