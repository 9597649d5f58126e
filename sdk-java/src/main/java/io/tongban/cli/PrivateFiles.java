package io.tongban.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read, from their first octet on. */
final class PrivateFiles {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private PrivateFiles() {}

    /** @throws FileAlreadyExistsException rather than to lose what is there */
    static void create(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions(file, "rw-------")))) {
            out.write(content);
        }
    }

    /** Whoever reads it meanwhile has the old or the new content, and never a part. */
    static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        create(next, content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file that someone names may be a device, or as long as a disk. */
    static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailedException.usage("There is no file " + file);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw CommandFailedException.usage("Longer than " + MOST_BYTES + " octets: " + file);
        }
        return Files.readAllBytes(file);
    }

    /** None where the file system knows no such permissions; its folder's own rules hold there. */
    private static FileAttribute<?>[] permissions(Path file, String mode) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
