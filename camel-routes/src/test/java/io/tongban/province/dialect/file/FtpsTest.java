package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.FtpsStub;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over FTP with TLS, to and from a real server. */
class FtpsTest {
    private static final String FILE = "34-anhui.yaml";
    private static final String SENT = "JS2001_TONGBAN_20261123_001";
    private static final String BOOKED =
            Samples.SERIAL + "|0000|交易成功|34202611230000000001|110200|20261124093000\nTOTAL|1|110200\n";

    private final MemorySpool spool = new MemorySpool();
    private final KeptInbox inbox = new KeptInbox();
    private Certificates certificates;

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    @BeforeEach
    void certificates() throws Exception {
        certificates = new Certificates("127.0.0.1", -1);
    }

    private FtpsStub server(String scheme) throws Exception {
        return new FtpsStub(folder, certificates, scheme, false);
    }

    private Links links(FtpsStub province) throws Exception {
        return links(province.endpoint(), certificates);
    }

    private Links links(String endpoint, Certificates believed) throws Exception {
        return new Links(Files.createDirectories(folder.resolve("profiles")))
                .edit(FILE, "  host-key: ${tongban.province.34.host-key} ", "  trust: " + believed.pem(keys) + " ")
                .edit(FILE, "  host-key-next:", "  # host-key-next:")
                .set("tongban.province.34.endpoint", endpoint)
                .set("tongban.province.34.cut-every", "20ms")
                .set("tongban.province.34.look-every", "20ms")
                .spool(spool)
                .inbox(inbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftpes", "ftps"})
    void sendsAFileAndReadsItsReply(String scheme) throws Exception {
        try (FtpsStub province = server(scheme);
                ProvinceLink link = links(province).open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.uploaded();
            assertThat(province.sent()).containsExactly(SENT + ".ok", SENT + ".txt");
            assertThat(Files.readString(province.in(SENT + ".txt"), SftpStub.GB18030))
                    .endsWith("\nTOTAL|1|110200\n")
                    .startsWith(Samples.SERIAL + "|");

            province.reply(SENT, BOOKED);
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
            province.reply("REVERSED_20261124_001", Samples.SERIAL + "|20261124100000\nTOTAL|1|0\n");
            assertThat(inbox.nextReversal()).startsWith(Samples.SERIAL);
            assertThat(province.commands).contains("MLSD").doesNotContain("NLST");
            assertThat(province.signIns).hasValue(1);
        }
    }

    @Test
    void asksForNamesAloneWhereTheServerHasNoOtherListing() throws Exception {
        try (FtpsStub province = server("ftpes")) {
            province.instead.put("FEAT", 502);
            province.instead.put("MLSD", 502);
            try (ProvinceLink link = links(province).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.uploaded();
                province.reply(SENT, BOOKED);
                assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
                province.reply("REVERSED_20261124_001", Samples.SERIAL + "|20261124100000\nTOTAL|1|0\n");
                assertThat(inbox.nextReversal()).startsWith(Samples.SERIAL);
                assertThat(province.commands).contains("NLST").doesNotContain("MLSD");
            }
        }
    }

    @Test
    void readsADaysFileInASessionOfItsOwn() throws Exception {
        try (FtpsStub province = server("ftpes");
                ProvinceLink link = links(province).open()) {
            assertThat(link.send(Samples.totals(Samples.ANHUI))).isInstanceOf(ProvinceReply.Pending.class);

            Files.writeString(
                    province.out("JS5001_TONGBAN_20261122.txt"),
                    "20261122|01|110|12|1920001\n20261122|02|110|1|160000\nTOTAL|2|2080001\n");
            Files.createFile(province.out("JS5001_TONGBAN_20261122.txt.ok"));
            assertThat(link.send(Samples.totals(Samples.ANHUI)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Accepted.class,
                            accepted -> assertThat(accepted.detail()).isEqualTo((ProvinceDetail) Samples.TOTALS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MLSD", "NLST"})
    void overwritesNothingThatIsThereAndLeavesNoDraftOfIt(String listing) throws Exception {
        try (FtpsStub province = server("ftpes")) {
            if (listing.equals("NLST")) {
                province.instead.put("FEAT", 502);
            }
            Files.writeString(province.in(SENT + ".txt"), "theirs");
            // A server that hides what is there: its listing does not.
            province.instead.put("SIZE", 550);
            try (ProvinceLink link = links(province).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.round();
                List<String> before = province.sent();
                spool.round();

                assertThat(Files.readString(province.in(SENT + ".txt"))).isEqualTo("theirs");
                assertThat(province.commands).contains("STOR", listing, "DELE").doesNotContain("RNTO");
                // Another round may be about to write its own draft.
                assertThat(province.sent()).filteredOn(before::contains).containsExactly(SENT + ".txt");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftpes", "ftps"})
    void signsInNowhereElseThanWhereTheCertificateIsTheProvinces(String scheme) throws Exception {
        try (FtpsStub province = server(scheme);
                ProvinceLink link = links(province.endpoint(), new Certificates("127.0.0.1", -1))
                        .open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();

            assertThat(province.connections).hasPositiveValue();
            assertThat(province.commands.contains("AUTH")).isEqualTo(scheme.equals("ftpes"));
            assertThat(province.commands).doesNotContain("USER", "PASS");
            assertThat(province.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.2, -1", "127.0.0.1, -11"})
    void signsInNowhereWithACertificateOfAnotherHostOrDay(String address, int from) throws Exception {
        certificates = new Certificates(address, from);
        try (FtpsStub province = server("ftpes");
                ProvinceLink link = links(province).open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();

            assertThat(province.commands).contains("AUTH").doesNotContain("USER");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH", "PROT", "PBSZ"})
    void putsNothingThereInClearText(String refused) throws Exception {
        try (FtpsStub province = server("ftpes")) {
            province.instead.put(refused, 502);
            try (ProvinceLink link = links(province).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.round();

                assertThat(province.commands).contains(refused).doesNotContain("STOR", "MLSD", "EPSV", "PASV");
                assertThat(province.sent()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void showsItsOwnCertificateWhereTheProvinceAsksForOne(boolean given, boolean letIn) throws Exception {
        try (FtpsStub province = new FtpsStub(folder, certificates, "ftps", true)) {
            Links links = links(province);
            if (given) {
                links.edit(FILE, "  trust: ", "  client-certificate: " + certificates.identity(keys) + "\n  trust: ");
            }
            try (ProvinceLink link = links.open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                if (letIn) {
                    spool.uploaded();
                } else {
                    spool.round();
                }

                assertThat(province.sent()).hasSize(letIn ? 2 : 0);
                assertThat(province.commands.contains("USER")).isEqualTo(letIn);
            }
        }
    }

    /** Whatever the server has refused, the next round tries again. */
    @Test
    void takesAFileForUploadedOnlyWhenTheServerSaysSo() throws Exception {
        try (FtpsStub province = server("ftpes")) {
            province.instead.put("STOR", 452);
            try (ProvinceLink link = links(province).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.round();
                assertThat(spool.files())
                        .singleElement()
                        .extracting(file -> file.uploadedAt())
                        .isNull();
                assertThat(province.sent()).isEmpty();

                province.instead.clear();
                spool.uploaded();
                assertThat(province.sent()).containsExactly(SENT + ".ok", SENT + ".txt");
            }
        }
    }

    @Test
    void comesBackAfterTheServerHasHungUp() throws Exception {
        try (FtpsStub province = server("ftpes")) {
            try (ProvinceLink link = links(province).open()) {
                link.send(Samples.withhold(Samples.ANHUI));
                spool.uploaded();
                province.instead.put("NOOP", 421);
                spool.round();
                province.instead.clear();
                province.reply(SENT, BOOKED);

                assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
                assertThat(province.signIns.get()).isGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host-key: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | has "host-key", which has no effect where the address's scheme is ftpes
            client-key: pom.xml | cannot be used
            """)
    void refusesWordsOfSsh(String line, String why) throws Exception {
        Links links =
                links("ftpes://127.0.0.1:9/exchange", certificates).edit(FILE, "  trust:", "  " + line + "\n  trust:");

        assertThatThrownBy(links::open).hasStackTraceContaining(why);
    }

    @Test
    void refusesWordsOfTlsOverSsh() throws Exception {
        Links links =
                new Links(folder).edit(FILE, "  host-key: ", "  trust: " + certificates.pem(keys) + "\n  host-key: ");

        assertThatThrownBy(links::open)
                .hasStackTraceContaining("has \"trust\", which has no effect where the address's scheme is sftp");
    }

    @Test
    void refusesAPasswordThatWouldBeACommand() throws Exception {
        Links links = links("ftpes://127.0.0.1:9/exchange", certificates)
                .set("tongban.province.34.password", "secret\r\nDELE in");

        assertThatThrownBy(links::open).hasStackTraceContaining("has a control character");
    }
}
