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
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/** Our OpenPGP key, for which the province encrypts its replies. What nobody protected against changes is not read. */
final class PgpKey {
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
    InputStream decrypt(InputStream in) throws IOException {
        try {
            PGPObjectFactory packets = new BcPGPObjectFactory(PGPUtil.getDecoderStream(in));
            Object first = packets.nextObject();
            Object list = first instanceof PGPMarker ? packets.nextObject() : first;
            if (list instanceof PGPEncryptedDataList all) {
                for (PGPEncryptedData each : all) {
                    PGPPrivateKey key = each instanceof PGPPublicKeyEncryptedData forOne
                            ? keys.get(forOne.getKeyIdentifier().getKeyId())
                            : null;
                    if (key != null && each.isIntegrityProtected()) {
                        return opened((PGPPublicKeyEncryptedData) each, key);
                    }
                }
            }
        } catch (PGPException | IOException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        throw new CallFailed(UnknownCause.UNREADABLE);
    }

    private static InputStream opened(PGPPublicKeyEncryptedData data, PGPPrivateKey key)
            throws IOException, PGPException {
        PGPObjectFactory packets = new BcPGPObjectFactory(data.getDataStream(new BcPublicKeyDataDecryptorFactory(key)));
        Object inside = packets.nextObject();
        if (inside instanceof PGPCompressedData compressed) {
            packets = new BcPGPObjectFactory(compressed.getDataStream());
            inside = packets.nextObject();
        }
        if (inside instanceof PGPOnePassSignatureList) {
            inside = packets.nextObject();
        }
        if (inside instanceof PGPLiteralData literal) {
            return new Whole(literal.getInputStream(), packets, data);
        }
        throw new CallFailed(UnknownCause.UNREADABLE);
    }

    /** At its end it must turn out that nobody has changed it on the way. */
    private static final class Whole extends FilterInputStream {
        private final PGPObjectFactory behind;
        private final PGPPublicKeyEncryptedData data;
        private boolean over;

        Whole(InputStream text, PGPObjectFactory behind, PGPPublicKeyEncryptedData data) {
            super(text);
            this.behind = behind;
            this.data = data;
        }

        @Override
        public int read() throws IOException {
            try {
                return verified(super.read());
            } catch (IOException e) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }

        @Override
        public int read(byte[] octets, int at, int most) throws IOException {
            try {
                return verified(super.read(octets, at, most));
            } catch (IOException e) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }

        private int verified(int read) throws IOException {
            if (read < 0 && !over) {
                over = true;
                requireUnchanged();
            }
            return read;
        }

        private void requireUnchanged() throws IOException {
            try {
                // A signature may stand there; behind it is the end that the protection reaches to.
                for (Object next = behind.nextObject(); next != null; next = behind.nextObject()) {
                    requirePacket(next);
                }
                if (!data.verify()) {
                    throw new CallFailed(UnknownCause.UNREADABLE);
                }
            } catch (PGPException e) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }

        private static void requirePacket(@Nullable Object packet) {
            if (packet instanceof PGPLiteralData) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
    }
}
