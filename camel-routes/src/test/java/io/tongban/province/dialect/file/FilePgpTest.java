package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.farside.PgpKeys;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are encrypted by OpenPGP in both directions. */
class FilePgpTest extends AnhuiFiles {
    @BeforeEach
    void writeKeys() throws Exception {
        PgpKeys.write(folder, "ours", "open sesame");
        PgpKeys.write(folder, "theirs", "");
        PgpKeys.write(folder, "stranger", "");
    }

    @Test
    void encryptsForTheProvinceAndReadsWhatIsEncryptedForUs() throws Exception {
        try (ProvinceLink link = openedBy("open sesame").open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            byte[] sent = Files.readAllBytes(province.in(FILE + ".txt.gz.pgp"));
            assertThat(new String(sent, SftpStub.GB18030)).doesNotContain(Samples.CITIZEN_NUMBER);
            PgpKey theirs = new PgpKey(folder.resolve("theirs.sec").toString(), "");
            try (InputStream in = Packing.GZIP.unpack(theirs.decrypt(new java.io.ByteArrayInputStream(sent)))) {
                assertThat(new String(in.readAllBytes(), SftpStub.GB18030))
                        .startsWith(Samples.SERIAL)
                        .endsWith("TOTAL|1|110200\n");
            }

            reply(encrypted("ours"));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", "changed", "cut", "in clear"})
    void leavesAReplyThatIsNotForOurKeyOrWasChanged(String wrong) throws Exception {
        try (ProvinceLink link = openedBy("open sesame").open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            byte[] octets = encrypted(wrong.equals("another key") ? "stranger" : "ours");
            if (wrong.equals("changed")) {
                octets[octets.length - 5] ^= 1;
            }
            reply(
                    wrong.equals("cut")
                            ? java.util.Arrays.copyOf(octets, octets.length - 30)
                            : wrong.equals("in clear") ? RIGHT.getBytes(SftpStub.GB18030) : octets);
            spool.round();
            assertThat(inbox.replies).isEmpty();
            assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);

            reply(encrypted("ours"));
            assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }

    @Test
    void writesNothingOnceTheKeyOfTheProvinceHasExpired() throws Exception {
        Instant yesterday = Samples.CLOCK.instant().minus(Duration.ofDays(1));
        PgpKeys.write(
                folder,
                "theirs",
                KeyFlags.SIGN_DATA,
                List.of(new PgpKeys.Below(
                        yesterday.minusSeconds(60), KeyFlags.ENCRYPT_COMMS, Duration.ofDays(1), false)));
        try (ProvinceLink link = openedBy("open sesame").open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.round();
            spool.round();

            assertThat(province.sent()).isEmpty();
            assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.IN_FILE);
        }
    }

    @Test
    void doesNotStartWithAKeyThatThePassphraseDoesNotOpen() {
        assertThatThrownBy(() -> openedBy("guess").open())
                .hasMessageContaining("the key cannot be opened with this passphrase");
    }

    private Links openedBy(String passphrase) {
        return links(String.join(
                        "\n  ",
                        "packed: gzip",
                        "pgp-recipient: " + folder.resolve("theirs.pub"),
                        "pgp-key: " + folder.resolve("ours.sec"),
                        "pgp-passphrase: ${tongban.province.34.pgp-passphrase}"))
                .set("tongban.province.34.pgp-passphrase", passphrase);
    }

    private byte[] encrypted(String whose) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PgpRecipient recipient = PgpRecipient.of(folder.resolve(whose + ".pub").toString());
        try (OutputStream clear =
                Packing.GZIP.pack(recipient.encrypt(out, "reply", Samples.CLOCK.instant()), "reply")) {
            clear.write(RIGHT.getBytes(SftpStub.GB18030));
        }
        return out.toByteArray();
    }

    private void reply(byte[] octets) throws IOException {
        String name = FILE + ".rep.gz.pgp";
        province.put(name, octets);
        Files.write(province.out(name + ".ok"), new byte[0]);
    }
}
