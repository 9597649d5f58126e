package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** How the rows of a file are packed. The same rows are always the same octets, so that a second upload is the first. */
enum Packing {
    NONE(""),
    GZIP(".gz"),
    ZIP(".zip");

    /** 1980-01-01, the first day that ZIP knows, in local time as ZIP counts. */
    private static final java.time.LocalDateTime NO_TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String ending;

    Packing(String ending) {
        this.ending = ending;
    }

    static Packing of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Behind the name of what is packed. */
    String ending() {
        return ending;
    }

    /** @param name of what is packed, without a path */
    OutputStream pack(OutputStream out, String name) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZIP -> {
                ZipOutputStream zip = new ZipOutputStream(out);
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                yield zip;
            }
        };
    }

    /** @throws CallFailed as unreadable, then or while it is read, if it holds anything but one file */
    InputStream unpack(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in);
            case ZIP -> new OnlyEntry(new ZipInputStream(in));
        };
    }

    /** The one file of an archive: with another beside it nobody knows which counts, and a path has no business here. */
    private static final class OnlyEntry extends FilterInputStream {
        private final ZipInputStream zip;

        OnlyEntry(ZipInputStream zip) throws IOException {
            super(zip);
            this.zip = zip;
            ZipEntry entry = zip.getNextEntry();
            if (entry == null
                    || entry.isDirectory()
                    || !entry.getName().matches("[^/\\\\:]+")
                    || entry.getName().contains("..")) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
        }

        @Override
        public int read() throws IOException {
            return requireOnly(super.read());
        }

        @Override
        public int read(byte[] octets, int at, int most) throws IOException {
            return requireOnly(super.read(octets, at, most));
        }

        private int requireOnly(int read) throws IOException {
            if (read < 0 && zip.getNextEntry() != null) {
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            return read;
        }
    }
}
