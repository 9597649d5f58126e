package io.tongban.province.dialect.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * A public key that its owner means for encryption, by his own newest signature.
 *
 * @param end when it or the key above it ends; the far future if neither does
 */
record PgpEncryptionKey(PGPPublicKey key, Instant end) {
    private static final int ENCRYPTS = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

    /** One below another is meant for nothing else, so it comes first; of several the newest. */
    static final Comparator<PgpEncryptionKey> BEST_FIRST = Comparator.comparing(
                    (PgpEncryptionKey each) -> each.key().isMasterKey())
            .thenComparing(each -> each.key().getCreationTime(), Comparator.reverseOrder());

    /** Those of a ring that were not revoked; expired ones are among them. */
    static List<PgpEncryptionKey> of(PGPPublicKeyRing ring) throws PGPException {
        PGPPublicKey master = ring.getPublicKey();
        List<PgpEncryptionKey> found = new ArrayList<>();
        if (master.hasRevocation()) {
            return found;
        }
        Instant endOfAll = end(master, own(master, master));
        for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
            PGPPublicKey key = keys.next();
            Optional<PGPSignature> own = own(key, master);
            if (key.isEncryptionKey() && !key.hasRevocation() && isMeant(key, own)) {
                Instant end = end(key, own);
                found.add(new PgpEncryptionKey(key, end.isBefore(endOfAll) ? end : endOfAll));
            }
        }
        return found;
    }

    /** The newest signature by which the owner says what the key is for. */
    private static Optional<PGPSignature> own(PGPPublicKey key, PGPPublicKey master) throws PGPException {
        List<PGPSignature> own = new ArrayList<>();
        for (Iterator<PGPSignature> all = key.getSignatures(); all.hasNext(); ) {
            PGPSignature each = all.next();
            if (each.getKeyID() == master.getKeyID()
                    && (key.isMasterKey() ? isOfMaster(each) : binds(each, key, master))) {
                own.add(each);
            }
        }
        // One that says what the key is for counts before one that says something else of it.
        return own.stream()
                .max(Comparator.comparing(PgpEncryptionKey::saysWhatFor).thenComparing(PGPSignature::getCreationTime));
    }

    private static boolean isOfMaster(PGPSignature signature) {
        return signature.isCertification() || signature.getSignatureType() == PGPSignature.DIRECT_KEY;
    }

    /** Whoever can write into the file could put a key of his own below that of the province. */
    private static boolean binds(PGPSignature signature, PGPPublicKey key, PGPPublicKey master) throws PGPException {
        if (signature.getSignatureType() != PGPSignature.SUBKEY_BINDING) {
            return false;
        }
        signature.init(new BcPGPContentVerifierBuilderProvider(), master);
        return signature.verifyCertification(master, key);
    }

    private static boolean isMeant(PGPPublicKey key, Optional<PGPSignature> own) {
        // Nobody has bound a key below another that has no signature.
        return own.map(signature -> !saysWhatFor(signature)
                        || (signature.getHashedSubPackets().getKeyFlags() & ENCRYPTS) != 0)
                .orElse(key.isMasterKey());
    }

    private static boolean saysWhatFor(PGPSignature signature) {
        PGPSignatureSubpacketVector said = signature.getHashedSubPackets();
        return said != null && said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS);
    }

    private static Instant end(PGPPublicKey key, Optional<PGPSignature> own) {
        long seconds = own.map(PGPSignature::getHashedSubPackets)
                .map(PGPSignatureSubpacketVector::getKeyExpirationTime)
                .orElse(0L);
        return seconds == 0 ? Instant.MAX : key.getCreationTime().toInstant().plusSeconds(seconds);
    }
}
