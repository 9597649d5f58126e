package io.tongban.province.dialect.file;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What says that a file is whole: a mark beside it, a checksum beside it, or both, of which the mark comes last. */
final class Completion {
    private static final int MOST_OCTETS = 1024;
    private static final String USUAL_OF_REQUESTS = "{name}.ok";
    private static final String USUAL_OF_REPLIES = "{file}.ok";

    private final Optional<BesideName> mark;
    private final Optional<Checksum> checksum;
    private final BesideName checksumName;
    /** What packing adds to the names of these files. */
    private final String wrapped;

    /** Of each kind of file that there is for one of these, as the profile names them. */
    private final Set<String> names = new TreeSet<>();

    /** Of the files that we write. */
    static Completion ofRequests(ProvinceProfile profile) {
        return new Completion(
                profile,
                profile.options().text(FileOptions.NAME),
                Wrapping.of(profile).endingOfRequests(),
                USUAL_OF_REQUESTS);
    }

    /**
     * Of files that the province writes.
     *
     * @param named how the profile names them
     */
    static Completion ofReplies(ProvinceProfile profile, String named) {
        return new Completion(profile, named, Wrapping.of(profile).endingOfReplies(), USUAL_OF_REPLIES);
    }

    /** @throws IllegalStateException if nothing would say so, or one name would stand for two files */
    private Completion(ProvinceProfile profile, String named, String wrapped, String usual) {
        Options options = profile.options();
        this.wrapped = wrapped;
        this.checksum = Checksum.of(options.text(FileOptions.CHECKSUM));
        this.checksumName = new BesideName(options.find(FileOptions.CHECKSUM_NAME)
                .filter(pattern -> !pattern.isEmpty())
                .orElse("{file}" + checksum.map(Checksum::ending).orElse("")));
        this.mark = options.yes(FileOptions.MARK)
                ? Optional.of(new BesideName(options.find(FileOptions.MARK_NAME)
                        .filter(pattern -> !pattern.isEmpty())
                        .orElse(usual)))
                : Optional.empty();
        if (mark.isEmpty() && checksum.isEmpty()) {
            throw new IllegalStateException(profile.file()
                    + ": with mark: no and checksum: none nothing says that a file is whole; change one of them");
        }
        String data = named + wrapped;
        add(data, profile);
        mark.ifPresent(each -> {
            requireTelling(each, data, profile);
            add(each.of(data, wrapped), profile);
        });
        if (checksum.isPresent()) {
            requireTelling(checksumName, data, profile);
            add(checksumName.of(data, wrapped), profile);
        }
    }

    private void add(String name, ProvinceProfile profile) {
        if (!names.add(name)) {
            throw new IllegalStateException(profile.file() + ": \"" + name
                    + "\" would be two files, one of which says of the other that it is whole; change mark-name or"
                    + " checksum-name");
        }
    }

    private void requireTelling(BesideName name, String data, ProvinceProfile profile) {
        if (!name.tells(data, wrapped)) {
            throw new IllegalStateException(profile.file() + ": \"" + name.pattern() + "\" needs an ending that it"
                    + " can take from \"" + data + "\"; write {file} in place of {name}");
        }
    }

    /** @throws IllegalStateException if one name in the same folder would be a file of ours and one of the province */
    static void refuseShared(ProvinceProfile profile, String replyNamed) {
        Options options = profile.options();
        Set<String> names = ofReplies(profile, replyNamed).names;
        if (options.text(FileOptions.REQUEST_FOLDER).equals(options.text(FileOptions.REPLY_FOLDER))) {
            names.retainAll(ofRequests(profile).names);
            if (!names.isEmpty()) {
                throw new IllegalStateException(profile.file() + ": " + names
                        + " would be files of ours and of the province; change mark-name or a folder");
            }
        }
    }

    /** @param dataName with its folder */
    boolean isComplete(RemoteFolder folder, String dataName) throws IOException {
        return folder.has(lastOf(dataName));
    }

    /** The name of the file whose coming says that another may be looked at. */
    String lastOf(String dataName) {
        return mark.orElse(checksumName).of(dataName, wrapped);
    }

    /** Puts beside a file that is there whole what says so. */
    void complete(RemoteFolder folder, String dataName, Runnable beforeEach) throws IOException {
        if (checksum.isPresent()) {
            String name = checksumName.of(dataName, wrapped);
            String line = Checksum.line(
                    sumOf(folder, dataName, beforeEach), dataName.substring(dataName.lastIndexOf('/') + 1));
            String draft = name + ".tmp";
            try (OutputStream out = folder.write(draft)) {
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
            if (folder.has(name)) {
                folder.remove(draft);
            } else {
                folder.rename(draft, name);
            }
        }
        if (mark.isPresent()) {
            folder.write(mark.get().of(dataName, wrapped)).close();
        }
    }

    /** Whether a file of the far side is what its checksum says; one that came before its data does not fit yet. */
    boolean fits(RemoteFolder folder, String dataName, Runnable beforeEach) throws IOException {
        if (checksum.isEmpty()) {
            return true;
        }
        String name = checksumName.of(dataName, wrapped);
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
