package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Our OpenPGP key, for which the province encrypts its replies. What nobody protected against changes is not read. */
final class PgpKey {
    private static final Set<Integer> BEFORE_THE_DATA = Set.of(
            PacketTags.PUBLIC_KEY_ENC_SESSION,
            PacketTags.SYMMETRIC_KEY_ENC_SESSION,
            PacketTags.SYM_ENC_INTEGRITY_PRO,
            PacketTags.AEAD_ENC_DATA);
    private static final int LARGEST_CHUNK = 16;

    private final Map<Long, PGPPrivateKey> keys = new HashMap<>();

    /** @throws IOException if the file has no secret key, or the passphrase is another */
    PgpKey(String file, String passphrase) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(Path.of(file)))) {
            for (PGPSecretKeyRing ring : new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator())) {
                for (PGPSecretKey key : ring) {
                    keys.put(
                            key.getKeyID(),
                            key.extractPrivateKey(
                                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                                            .build(passphrase.toCharArray())));
                }
            }
        } catch (PGPException e) {
            throw new IOException("the key cannot be opened with this passphrase", e);
        }
        if (keys.isEmpty()) {
            throw new IOException("no secret key");
        }
    }

    /** @throws CallFailed as unreadable, then or while it is read, if it is not for this key, or was changed */
    InputStream decrypt(InputStream in) {
        try {
            Ahead ahead = new Ahead(in);
            PgpPackets packets = new PgpPackets(PGPUtil.getDecoderStream(ahead));
            if (!BEFORE_THE_DATA.contains(packets.next())) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            PGPEncryptedDataList list = packets.read(packets.next(), PGPEncryptedDataList.class);
            ahead.over();
            for (PGPEncryptedData each : list) {
                PGPPrivateKey key = each instanceof PGPPublicKeyEncryptedData forOne
                        ? keys.get(forOne.getKeyIdentifier().getKeyId())
                        : null;
                if (key != null && isProtected(each)) {
                    return PgpText.open((PGPPublicKeyEncryptedData) each, new BcPublicKeyDataDecryptorFactory(key));
                }
            }
        } catch (CallFailed e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        throw new CallFailed(UnknownCause.UNREADABLE);
    }

    /** A chunk is held in memory whole; the largest of RFC 9580 has four megabytes. */
    private static boolean isProtected(PGPEncryptedData data) {
        if (data.getEncData() instanceof AEADEncDataPacket aead) {
            return aead.getChunkSize() <= LARGEST_CHUNK;
        }
        return data.getEncData() instanceof SymmetricEncIntegrityPacket whole
                && (whole.getVersion() == SymmetricEncIntegrityPacket.VERSION_1
                        || whole.getChunkSize() <= LARGEST_CHUNK);
    }

    /** The library keeps what stands before the encrypted data, so there must not be much. */
    private static final class Ahead extends FilterInputStream {
        private static final int MOST = 64 * 1024;

        private long left = MOST;

        Ahead(InputStream in) {
            super(in);
        }

        void over() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            require();
            int read = super.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] octets, int at, int most) throws IOException {
            require();
            int read = super.read(octets, at, (int) Math.min(most, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void require() {
            if (left == 0) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
    }
}
