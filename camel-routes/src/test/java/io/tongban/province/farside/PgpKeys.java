package io.tongban.province.farside;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Key rings of OpenPGP as files, the public one armoured. */
public final class PgpKeys {
    private PgpKeys() {}

    /**
     * A key below that which signs.
     *
     * @param flags of RFC 9580, 5.2.3.29
     * @param lasts from its creation; zero for ever
     */
    public record Below(Instant created, int flags, Duration lasts, boolean revoked) {}

    /** Writes {@code NAME.pub} and {@code NAME.sec}, the latter under the passphrase. */
    public static void write(Path folder, String name, String passphrase) throws IOException, PGPException {
        PGPKeyRingGenerator ring = ring(pair(new Date()), name, passphrase, null);
        write(folder, name, ring.generatePublicKeyRing());
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".sec"))) {
            ring.generateSecretKeyRing().encode(out);
        }
    }

    /**
     * Writes {@code NAME.pub} with keys below one with these flags.
     *
     * @return identifiers of the keys below, in their order
     */
    public static List<Long> write(Path folder, String name, int flags, List<Below> below)
            throws IOException, PGPException {
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setKeyFlags(true, flags);
        PGPKeyPair above = pair(Date.from(Instant.parse("2020-01-01T00:00:00Z")));
        PGPKeyRingGenerator ring = ring(above, name, "", said);
        List<PGPPublicKey> revoked = new ArrayList<>();
        List<Long> identifiers = new ArrayList<>();
        for (Below each : below) {
            PGPSignatureSubpacketGenerator binding = new PGPSignatureSubpacketGenerator();
            binding.setKeyFlags(true, each.flags());
            if (!each.lasts().isZero()) {
                binding.setKeyExpirationTime(true, each.lasts().toSeconds());
            }
            PGPKeyPair pair = pair(Date.from(each.created()));
            ring.addSubKey(pair, binding.generate(), null);
            identifiers.add(pair.getKeyID());
            if (each.revoked()) {
                revoked.add(pair.getPublicKey());
            }
        }
        PGPPublicKeyRing all = ring.generatePublicKeyRing();
        for (PGPPublicKey each : revoked) {
            PGPSignatureGenerator signer = new PGPSignatureGenerator(signer(), above.getPublicKey());
            signer.init(PGPSignature.SUBKEY_REVOCATION, above.getPrivateKey());
            PGPSignature revocation = signer.generateCertification(above.getPublicKey(), each);
            all = PGPPublicKeyRing.insertPublicKey(
                    all, PGPPublicKey.addCertification(all.getPublicKey(each.getKeyID()), revocation));
        }
        write(folder, name, all);
        return identifiers;
    }

    private static void write(Path folder, String name, PGPPublicKeyRing ring) throws IOException {
        try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(folder.resolve(name + ".pub")))) {
            ring.encode(out);
        }
    }

    private static PGPKeyPair pair(Date created) throws PGPException {
        RSAKeyPairGenerator rsa = new RSAKeyPairGenerator();
        rsa.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), new SecureRandom(), 2048, 12));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa.generateKeyPair(), created);
    }

    private static BcPGPContentSignerBuilder signer() {
        return new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256);
    }

    private static PGPKeyRingGenerator ring(
            PGPKeyPair pair, String name, String passphrase, PGPSignatureSubpacketGenerator said) throws PGPException {
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        return new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                name,
                sha1,
                said == null ? null : said.generate(),
                null,
                signer(),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                        .build(passphrase.toCharArray()));
    }
}
