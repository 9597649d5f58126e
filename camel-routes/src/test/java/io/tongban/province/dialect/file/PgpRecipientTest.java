package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.farside.PgpKeys;
import io.tongban.province.farside.PgpKeys.Below;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the province's keys encrypts. */
class PgpRecipientTest {
    private static final Instant NOW = Samples.CLOCK.instant();
    private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    @TempDir
    Path folder;

    @Test
    void takesTheNewestKeyThatIsMeantForItAndHolds() throws Exception {
        List<Long> keys = write(
                below(400, ENCRYPTS, 0, false),
                below(200, KeyFlags.ENCRYPT_COMMS, 0, false),
                below(30, ENCRYPTS, 0, true),
                below(20, ENCRYPTS, 19, false),
                below(10, KeyFlags.SIGN_DATA, 0, false));

        assertThat(usedAt(NOW)).isEqualTo(keys.get(1));
    }

    @Test
    void goesOverToAnotherKeyWhenOneEnds() throws Exception {
        List<Long> keys = write(below(400, ENCRYPTS, 0, false), below(20, ENCRYPTS, 21, false));

        assertThat(usedAt(NOW)).isEqualTo(keys.get(1));
        assertThat(usedAt(NOW.plus(Duration.ofDays(1)))).isEqualTo(keys.get(0));
    }

    @Test
    void isNoKeyIfNoneIsMeantForEncryption() throws Exception {
        write(below(10, KeyFlags.SIGN_DATA, 0, false), below(10, ENCRYPTS, 0, true));

        assertThat(PgpRecipient.isKey(file())).isFalse();
    }

    @Test
    void refusesToEncryptForAKeyThatHasEnded() throws Exception {
        write(below(10, ENCRYPTS, 9, false));
        PgpRecipient recipient = PgpRecipient.of(file());

        assertThat(recipient.holdsAt(NOW.minus(Duration.ofDays(2)))).isTrue();
        assertThat(recipient.holdsAt(NOW)).isFalse();
        assertThatThrownBy(() -> recipient.encrypt(new ByteArrayOutputStream(), "file", NOW))
                .isInstanceOf(IOException.class);
    }

    private List<Long> write(Below... below) throws Exception {
        return PgpKeys.write(folder, "theirs", KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA, List.of(below));
    }

    private static Below below(int daysAgo, int flags, int days, boolean revoked) {
        return new Below(NOW.minus(Duration.ofDays(daysAgo)), flags, Duration.ofDays(days), revoked);
    }

    private String file() {
        return folder.resolve("theirs.pub").toString();
    }

    private long usedAt(Instant now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream clear = PgpRecipient.of(file()).encrypt(out, "file", now)) {
            clear.write(1);
        }
        Object list = new BcPGPObjectFactory(new ByteArrayInputStream(out.toByteArray())).nextObject();
        return ((PGPPublicKeyEncryptedData) ((PGPEncryptedDataList) list).get(0))
                .getKeyIdentifier()
                .getKeyId();
    }
}
