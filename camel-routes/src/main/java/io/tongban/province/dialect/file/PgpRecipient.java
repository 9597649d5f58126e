package io.tongban.province.dialect.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** The province's OpenPGP key (RFC 9580), for which requests are encrypted; AES-256, protected against changes. */
final class PgpRecipient {
    private static final int BUFFER = 8 * 1024;

    /** The best first. */
    private final List<PgpEncryptionKey> keys;

    private final SecureRandom random = new SecureRandom();

    private PgpRecipient(List<PgpEncryptionKey> keys) {
        this.keys = keys;
    }

    static boolean isKey(String file) {
        try {
            of(file);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** @throws IOException if there is no key for encryption in the file */
    static PgpRecipient of(String file) throws IOException {
        List<PgpEncryptionKey> keys = new ArrayList<>();
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(Path.of(file)))) {
            for (PGPPublicKeyRing ring : new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator())) {
                keys.addAll(PgpEncryptionKey.of(ring));
            }
        } catch (PGPException e) {
            throw new IOException("not a file of public keys", e);
        }
        if (keys.isEmpty()) {
            throw new IOException("no key for encryption");
        }
        keys.sort(PgpEncryptionKey.BEST_FIRST);
        return new PgpRecipient(List.copyOf(keys));
    }

    /** Whether there is a key that has not ended by then. */
    boolean holdsAt(Instant now) {
        return keys.stream().anyMatch(key -> now.isBefore(key.end()));
    }

    /**
     * What is written to the stream is encrypted; {@code out} is closed with it.
     *
     * @throws IOException if the last key has ended
     */
    OutputStream encrypt(OutputStream out, String name, Instant now) throws IOException {
        PgpEncryptionKey key = keys.stream()
                .filter(each -> now.isBefore(each.end()))
                .findFirst()
                .orElseThrow(() -> new IOException("the key has expired"));
        PGPEncryptedDataGenerator generator =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(random));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key.key()));
        try {
            OutputStream encrypted = generator.open(out, new byte[BUFFER]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(encrypted, PGPLiteralData.BINARY, name, PGPLiteralData.NOW, new byte[BUFFER]);
            return new Layers(literal, encrypted, out);
        } catch (PGPException e) {
            throw new IOException("the key does not encrypt", e);
        }
    }

    /** Closed from the inside, so that each layer writes its end. */
    private static final class Layers extends FilterOutputStream {
        private final OutputStream encrypted;
        private final OutputStream raw;

        Layers(OutputStream literal, OutputStream encrypted, OutputStream raw) {
            super(literal);
            this.encrypted = encrypted;
            this.raw = raw;
        }

        @Override
        public void write(byte[] octets, int at, int count) throws IOException {
            out.write(octets, at, count);
        }

        @Override
        public void close() throws IOException {
            out.close();
            encrypted.close();
            raw.close();
        }
    }
}
