package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * The packets of an OpenPGP message. The library reads most of them whole into memory, whatever length they claim; so it
 * is given only those that it reads as a stream. Signatures, markers and padding are passed over here.
 */
final class PgpPackets {
    /** After the last packet. */
    static final int NONE = -1;

    private static final Set<Integer> PASSED_OVER =
            Set.of(PacketTags.SIGNATURE, PacketTags.ONE_PASS_SIGNATURE, PacketTags.MARKER, PacketTags.PADDING);
    private static final int MOST_PASSED_OVER = 64 * 1024;
    /** So that packets without content come to an end as well. */
    private static final int HEADER = 2;

    private final BCPGInputStream in;
    private long left = MOST_PASSED_OVER;

    PgpPackets(InputStream in) {
        this.in = BCPGInputStream.wrap(in);
    }

    /** The tag of the packet that is next and not passed over. */
    int next() throws IOException {
        int tag = in.nextPacketTag();
        while (PASSED_OVER.contains(tag)) {
            passOver();
            tag = in.nextPacketTag();
        }
        return tag;
    }

    /** @throws CallFailed as unreadable, before anything of it is read, if the next packet is another */
    <T> T read(int tag, Class<T> type) throws IOException {
        if (next() != tag) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return type.cast(new BcPGPObjectFactory(in).nextObject());
    }

    /** Lengths as RFC 9580, 4.2, has them. */
    private void passOver() throws IOException {
        int header = octet();
        boolean old = (header & 0x40) == 0;
        if (old) {
            dropOld(header & 3);
            return;
        }
        int length = octet();
        while (length >= 224 && length < 255) {
            drop(1L << (length & 31));
            length = octet();
        }
        drop(length < 192 ? length : length < 224 ? ((length - 192L) << 8) + octet() + 192 : number(4));
    }

    private void dropOld(int kindOfLength) throws IOException {
        if (kindOfLength == 3) {
            // It would have no end.
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        drop(number(1 << kindOfLength));
    }

    private void drop(long octets) throws IOException {
        left -= octets + HEADER;
        if (left < 0) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        in.skipNBytes(octets);
    }

    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = (number << 8) | octet();
        }
        return number;
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        return octet;
    }
}
