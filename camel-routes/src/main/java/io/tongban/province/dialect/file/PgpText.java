package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;

/** The text of an encrypted message, as a stream. At its end it must turn out that nobody has changed it on the way. */
final class PgpText extends FilterInputStream {
    /** Signatures, padding and the end of what is compressed. */
    private static final int MOST_BEHIND = 64 * 1024;

    private final PgpPackets behind;
    private final InputStream clear;
    private final PGPPublicKeyEncryptedData data;
    private boolean over;

    private PgpText(InputStream text, PgpPackets behind, InputStream clear, PGPPublicKeyEncryptedData data) {
        super(text);
        this.behind = behind;
        this.clear = clear;
        this.data = data;
    }

    static PgpText open(PGPPublicKeyEncryptedData data, PublicKeyDataDecryptorFactory key)
            throws IOException, PGPException {
        InputStream clear = data.getDataStream(key);
        PgpPackets packets = new PgpPackets(clear);
        if (packets.next() == PacketTags.COMPRESSED_DATA) {
            packets = new PgpPackets(packets.read(PacketTags.COMPRESSED_DATA, PGPCompressedData.class)
                    .getDataStream());
        }
        PGPLiteralData literal = packets.read(PacketTags.LITERAL_DATA, PGPLiteralData.class);
        return new PgpText(literal.getInputStream(), packets, clear, data);
    }

    @Override
    public int read() throws IOException {
        try {
            return verified(super.read());
        } catch (CallFailed e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    @Override
    public int read(byte[] octets, int at, int most) throws IOException {
        try {
            return verified(super.read(octets, at, most));
        } catch (CallFailed e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    private int verified(int read) throws IOException, PGPException {
        if (read < 0 && !over) {
            over = true;
            if (!isUnchanged()) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }
        return read;
    }

    /** Read to its end, an AEAD stream has verified itself; the older protection is asked then. */
    private boolean isUnchanged() throws IOException, PGPException {
        return behind.next() == PgpPackets.NONE
                && clear.readNBytes(MOST_BEHIND).length < MOST_BEHIND
                && (data.isAEAD() || data.verify());
    }
}
