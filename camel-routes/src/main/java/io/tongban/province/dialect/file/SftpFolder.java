package io.tongban.province.dialect.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder behind an SFTP server. */
final class SftpFolder implements RemoteFolder {
    private static final int MOST_NAMES = 100_000;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ClientSession session;
    private final SftpClient sftp;
    private final String base;

    SftpFolder(ClientSession session, SftpClient sftp, String base) {
        this.session = session;
        this.sftp = sftp;
        this.base = base.endsWith("/") ? base : base + "/";
    }

    @Override
    public boolean isOpen() {
        return session.isOpen() && sftp.isOpen();
    }

    @Override
    public String stamp(String name) throws IOException {
        try {
            return stamp(sftp.stat(base + name));
        } catch (SftpException e) {
            return switch (e.getStatus()) {
                case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> "";
                // Some servers say no more than that of a file that is not there; their listings say what is.
                case SftpConstants.SSH_FX_FAILURE -> listed(name);
                default -> throw e;
            };
        }
    }

    private String listed(String name) throws IOException {
        int end = name.lastIndexOf('/') + 1;
        String file = name.substring(end);
        Map<String, String> found = new TreeMap<>();
        // What is not among the first so many may still be there, and must not be taken for missing.
        if (!list(name.substring(0, end), file::equals, found) && found.isEmpty()) {
            throw new IOException("too many names to say that it is not there");
        }
        return found.getOrDefault(file, "");
    }

    @Override
    public Map<String, String> list(String folder, Predicate<String> wanted) throws IOException {
        Map<String, String> found = new TreeMap<>();
        list(folder, wanted, found);
        return found;
    }

    /** @return whether the folder was read to its end */
    private boolean list(String folder, Predicate<String> wanted, Map<String, String> found) throws IOException {
        try (SftpClient.CloseableHandle handle = sftp.openDir(base + folder)) {
            int names = 0;
            List<DirEntry> some = sftp.readDir(handle);
            while (some != null && names < MOST_NAMES) {
                for (DirEntry entry : some) {
                    names++;
                    if (wanted.test(entry.getFilename())) {
                        found.put(entry.getFilename(), stamp(entry.getAttributes()));
                    }
                }
                some = sftp.readDir(handle);
            }
            return some == null;
        }
    }

    private static String stamp(Attributes attributes) {
        return attributes.getSize() + " " + attributes.getModifyTime();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return sftp.read(base + name);
    }

    @Override
    public OutputStream write(String name) throws IOException {
        return sftp.write(base + name, OpenMode.Create, OpenMode.Truncate, OpenMode.Write);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        sftp.rename(base + from, base + to);
    }

    @Override
    public void remove(String name) throws IOException {
        sftp.remove(base + name);
    }

    @Override
    public Optional<String> refusal(IOException failure) {
        return failure instanceof SftpException status
                ? Optional.of("sftp-status-" + status.getStatus())
                : Optional.empty();
    }

    @Override
    public void close() {
        // Politely, so that servers log no error; but one that does not answer must not hold whoever leaves.
        sftp.getClientChannel().close(false).awaitUninterruptibly(FAREWELL);
        session.close(true);
    }
}
