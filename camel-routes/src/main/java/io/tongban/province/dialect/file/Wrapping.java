package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Options;
import io.tongban.province.profile.ProvinceProfile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/** What is around the rows of a file: packed first, and then encrypted. */
final class Wrapping {
    private static final String ENCRYPTED = ".pgp";

    private final Packing packing;
    private final Optional<PgpRecipient> recipient;
    private final Optional<PgpKey> key;

    private Wrapping(Packing packing, Optional<PgpRecipient> recipient, Optional<PgpKey> key) {
        this.packing = packing;
        this.recipient = recipient;
        this.key = key;
    }

    /** @throws IllegalStateException if a key cannot be used */
    static Wrapping of(ProvinceProfile profile) {
        Options options = profile.options();
        String recipient = options.text(FileOptions.PGP_RECIPIENT);
        String key = options.text(FileOptions.PGP_KEY);
        try {
            return new Wrapping(
                    Packing.of(options.text(FileOptions.PACKED)),
                    recipient.isEmpty() ? Optional.empty() : Optional.of(PgpRecipient.of(recipient)),
                    key.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new PgpKey(
                                    key,
                                    options.find(FileOptions.PGP_PASSPHRASE).orElse(""))));
        } catch (IOException e) {
            throw new IllegalStateException(
                    profile.file() + ": a key for OpenPGP cannot be used: " + e.getMessage(), e);
        }
    }

    String endingOfRequests() {
        return packing.ending() + (recipient.isPresent() ? ENCRYPTED : "");
    }

    String endingOfReplies() {
        return packing.ending() + (key.isPresent() ? ENCRYPTED : "");
    }

    /** Whether a file can be wrapped now, and not only one day: keys end. */
    boolean wrapsAt(Instant now) {
        return recipient.map(key -> key.holdsAt(now)).orElse(true);
    }

    /** @param name of what is wrapped, without a path */
    OutputStream wrap(OutputStream out, String name, Instant now) throws IOException {
        OutputStream outer = recipient.isPresent() ? recipient.get().encrypt(out, name + packing.ending(), now) : out;
        return packing.pack(outer, name);
    }

    /** Read to its end, it has been read to the last octet, whatever is behind the rows. */
    InputStream unwrap(InputStream in) throws IOException {
        InputStream inner = key.isPresent() ? key.get().decrypt(in) : in;
        return new ToTheEnd(packing.unpack(inner), inner);
    }

    /** What unpacks stops where its file ends; only at the very end it turns out whether anyone has changed it. */
    private static final class ToTheEnd extends FilterInputStream {
        /** An archive has its directory behind its file, and that of one file is short. */
        private static final int MOST_BEHIND = 64 * 1024;

        private final InputStream inner;

        ToTheEnd(InputStream unpacked, InputStream inner) {
            super(unpacked);
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            return ended(super.read());
        }

        @Override
        public int read(byte[] octets, int at, int most) throws IOException {
            return ended(super.read(octets, at, most));
        }

        private int ended(int read) throws IOException {
            if (read < 0 && inner.readNBytes(MOST_BEHIND).length == MOST_BEHIND) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            return read;
        }
    }
}
