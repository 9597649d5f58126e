package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What says that a file is whole: a mark beside it, a checksum beside it, or both, of which the mark comes last. */
final class Completion {
    private static final int MOST_OCTETS = 1024;

    private final boolean mark;
    private final Optional<Checksum> checksum;

    /** @throws IllegalStateException if nothing would say so */
    Completion(ProvinceProfile profile) {
        this.mark = profile.options().yes(FileOptions.MARK);
        this.checksum = Checksum.of(profile.options().text(FileOptions.CHECKSUM));
        if (!mark && checksum.isEmpty()) {
            throw new IllegalStateException(profile.file()
                    + ": with mark: no and checksum: none nothing says that a file is whole; change one of them");
        }
    }

    /** @param dataName and {@code markName} with their folder */
    boolean isComplete(RemoteFolder folder, String dataName, String markName) throws IOException {
        return folder.has(mark ? markName : dataName + checksum.orElseThrow().ending());
    }

    /** The name of the file whose coming says that another may be looked at. */
    String lastOf(String dataName, String markName) {
        return mark ? markName : dataName + checksum.orElseThrow().ending();
    }

    /** Puts beside a file that is there whole what says so. */
    void complete(RemoteFolder folder, String dataName, String markName, Runnable beforeEach) throws IOException {
        if (checksum.isPresent()) {
            Checksum sum = checksum.get();
            String line = Checksum.line(
                    sumOf(folder, dataName, beforeEach), dataName.substring(dataName.lastIndexOf('/') + 1));
            String draft = dataName + sum.ending() + ".tmp";
            try (OutputStream out = folder.write(draft)) {
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
            String name = dataName + sum.ending();
            if (folder.has(name)) {
                folder.remove(draft);
            } else {
                folder.rename(draft, name);
            }
        }
        if (mark) {
            folder.write(markName).close();
        }
    }

    /** Whether a file of the far side is what its checksum says; one that came before its data does not fit yet. */
    boolean fits(RemoteFolder folder, String dataName, Runnable beforeEach) throws IOException {
        if (checksum.isEmpty()) {
            return true;
        }
        String name = dataName + checksum.get().ending();
        if (!folder.has(name)) {
            return false;
        }
        byte[] line;
        try (InputStream in = folder.read(name)) {
            line = in.readNBytes(MOST_OCTETS);
        }
        return Checksum.says(new String(line, StandardCharsets.US_ASCII), sumOf(folder, dataName, beforeEach));
    }

    private String sumOf(RemoteFolder folder, String dataName, Runnable beforeEach) throws IOException {
        try (InputStream in = folder.read(dataName)) {
            return checksum.orElseThrow().of(in, beforeEach);
        }
    }
}
