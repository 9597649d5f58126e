package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.farside.PgpKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages for our key, of every protection, and with all that may stand in them. */
class PgpKeyTest {
    private static final byte[] TEXT = "rows and their total".repeat(100).getBytes(StandardCharsets.US_ASCII);
    private static final int EXPERIMENTAL = 60;
    private static final int SIGNATURE = 2;
    private static final int ZEROS = 32 * 1024 * 1024;

    /** What protects a message against changes. */
    enum Protection {
        MDC,
        LIBRE_PGP_OCB,
        RFC_9580_OCB
    }

    @TempDir
    Path folder;

    private PgpKey ours;

    @BeforeEach
    void keys() throws Exception {
        PgpKeys.write(folder, "ours", "");
        ours = new PgpKey(folder.resolve("ours.sec").toString(), "");
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryProtectionAgainstChanges(Protection protection) throws Exception {
        assertThat(read(encrypted(protection, compressed(literal())))).isEqualTo(TEXT);
        assertThat(read(encrypted(protection, literal()))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatWasChangedOrCut(Protection protection) throws Exception {
        byte[] right = encrypted(protection, literal());
        for (int behind : new int[] {1, 20, 60, TEXT.length / 2}) {
            byte[] changed = right.clone();
            changed[changed.length - behind] ^= 1;
            assertUnreadable(changed);
            assertUnreadable(Arrays.copyOf(right, right.length - behind));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void passesOverSignaturesAroundTheText(int count) throws Exception {
        byte[] signature = packet(SIGNATURE, 500 * count);

        assertThat(read(encrypted(Protection.MDC, joined(signature, literal(), signature))))
                .isEqualTo(TEXT);
    }

    /** A packet of many megabytes that is short in the file. */
    @ParameterizedTest
    @ValueSource(ints = {EXPERIMENTAL, SIGNATURE, 6, 13, 17})
    void readsNoPacketWholeThatHasNoBusinessThere(int tag) throws Exception {
        for (byte[] before : new byte[][] {{}, literal()}) {
            byte[] octets = encrypted(Protection.MDC, compressedZeros(before, tag));
            long allocated = allocated();
            assertUnreadable(octets);
            assertThat(allocated() - allocated).isLessThan(ZEROS / 2);
        }
    }

    @Test
    void readsNoLongPacketBeforeTheEncryptedData() {
        for (int tag : new int[] {EXPERIMENTAL, SIGNATURE, 1, 3, 10, 21}) {
            assertReadsLittle(new Endless(header(tag, Integer.MAX_VALUE), new byte[1]));
        }
    }

    /** Each session key is small, and is kept. */
    @Test
    void readsNoEndlessSessionKeys() {
        byte[] forAnother = {(byte) 0xc1, 13, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 8, (byte) 0xff};

        assertReadsLittle(new Endless(forAnother, forAnother));
    }

    @Test
    void readsNoLongHeaderOfAnArmour() {
        byte[] begin = "-----BEGIN PGP MESSAGE-----\nComment: ".getBytes(StandardCharsets.US_ASCII);

        assertReadsLittle(new Endless(begin, new byte[] {'a'}));
    }

    private void assertReadsLittle(Endless octets) {
        assertThatThrownBy(() -> ours.decrypt(octets)).isInstanceOf(CallFailed.class);
        assertThat(octets.read).isLessThan(128 * 1024);
    }

    @Test
    void refusesASecondText() throws Exception {
        assertUnreadable(encrypted(Protection.MDC, joined(literal(), literal())));
        assertUnreadable(encrypted(Protection.MDC, compressed(joined(literal(), literal()))));
    }

    /** Whatever octets there are, nothing but this one failure may come of them: another would end the whole round. */
    @Test
    void failsInOneWayWhateverOctetsThereAre() throws Exception {
        byte[] right = encrypted(Protection.LIBRE_PGP_OCB, literal());
        for (int at = 0; at < 330; at++) {
            byte[] changed = right.clone();
            changed[at] ^= (byte) 0xff;
            assertUnreadableOrRight(changed);
            assertUnreadableOrRight(Arrays.copyOf(right, at));
        }
        assertUnreadable(encrypted(Protection.MDC, new byte[] {(byte) 0xc8, 2, 99, 1}));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private void assertUnreadableOrRight(byte[] octets) throws IOException {
        try {
            assertThat(read(octets)).isEqualTo(TEXT);
        } catch (CallFailed e) {
            assertThat(e.reason().word()).isEqualTo("unreadable");
        }
    }

    private void assertUnreadable(byte[] octets) {
        assertThatThrownBy(() -> read(octets))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.reason().word()).isEqualTo("unreadable"));
    }

    private byte[] read(byte[] octets) throws IOException {
        try (InputStream in = ours.decrypt(new ByteArrayInputStream(octets))) {
            return in.readAllBytes();
        }
    }

    private byte[] encrypted(Protection protection, byte[] content) throws Exception {
        BcPGPDataEncryptorBuilder how = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom());
        switch (protection) {
            case MDC -> {}
            case LIBRE_PGP_OCB -> how.setWithAEAD(AEADAlgorithmTags.OCB, 6).setUseV5AEAD();
            case RFC_9580_OCB -> how.setWithAEAD(AEADAlgorithmTags.OCB, 6).setUseV6AEAD();
        }
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(how);
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(folder.resolve("ours.pub")))) {
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(
                    new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator())
                            .getKeyRings()
                            .next()
                            .getPublicKey()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream clear = generator.open(out, new byte[1 << 16])) {
            clear.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] literal() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream text =
                new PGPLiteralDataGenerator().open(out, PGPLiteralData.BINARY, "text", TEXT.length, new Date())) {
            text.write(TEXT);
        }
        return out.toByteArray();
    }

    private static byte[] compressed(byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(out)) {
            in.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] compressedZeros(byte[] before, int tag) throws Exception {
        byte[] some = new byte[1024 * 1024];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(out)) {
            in.write(before);
            in.write(header(tag, ZEROS));
            for (int i = 0; i < ZEROS / some.length; i++) {
                in.write(some);
            }
        }
        return out.toByteArray();
    }

    private static byte[] packet(int tag, int length) {
        return joined(header(tag, length), new byte[length]);
    }

    private static byte[] header(int tag, int length) {
        return new byte[] {
            (byte) (0xc0 | tag),
            (byte) 0xff,
            (byte) (length >> 24),
            (byte) (length >> 16),
            (byte) (length >> 8),
            (byte) length
        };
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The same again and again behind what is given. */
    private static final class Endless extends InputStream {
        private final byte[] first;
        private final byte[] then;
        private int read;

        Endless(byte[] first, byte[] then) {
            this.first = first;
            this.then = then;
        }

        @Override
        public int read() throws IOException {
            if (read > 1024 * 1024) {
                throw new IOException("read far too much");
            }
            int at = read++;
            return 0xff & (at < first.length ? first[at] : then[(at - first.length) % then.length]);
        }
    }
}
