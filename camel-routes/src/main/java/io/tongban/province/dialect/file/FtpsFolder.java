package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Timeouts;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;

/**
 * A folder behind an FTPS server. Where the server has the listings that are meant for programs (RFC 3659), they say size
 * and time of all files at once; else its mere names are asked for, and then each file that is wanted.
 */
final class FtpsFolder implements RemoteFolder {
    /** That are wanted; a folder may have any number of others. */
    private static final int MOST_NAMES = 100_000;

    private static final int LONGEST_LINE = 4096;
    /** Replies of servers that have no names to tell of a folder that is there. */
    private static final Set<Integer> SAID_OF_EMPTY = Set.of(FTPReply.FILE_UNAVAILABLE, FTPReply.FILE_ACTION_NOT_TAKEN);
    /** As long as a round may last. */
    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(30);

    private final FtpsClient client;
    private final String base;
    private final Timeouts timeouts;
    private final boolean listsForPrograms;

    FtpsFolder(FtpsClient client, String base, Timeouts timeouts) throws IOException {
        this.client = client;
        this.base = base.endsWith("/") ? base : base + "/";
        this.timeouts = timeouts;
        this.listsForPrograms = client.hasFeature("MLST");
    }

    /** Asks, because a server that has hung up meanwhile is seen only when it is spoken to. */
    @Override
    public boolean isOpen() {
        try {
            return FTPReply.isPositiveCompletion(client.noop());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String stamp(String name) throws IOException {
        String size = said("SIZE", name);
        return size.isEmpty() ? "" : size + " " + said("MDTM", name);
    }

    /** What the server says of a file; empty if there is none. */
    private String said(String command, String name) throws IOException {
        int reply = client.sendCommand(command, base + name);
        if (reply == FTPReply.FILE_UNAVAILABLE) {
            return "";
        }
        if (reply != FTPReply.FILE_STATUS) {
            throw new FtpRefusal(reply);
        }
        return client.getReplyStrings()[0].substring(3).strip();
    }

    @Override
    public Map<String, String> list(String folder, Predicate<String> wanted) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (listsForPrograms) {
            lines(folder, line -> {
                String name = name(line);
                if (wanted.test(name)) {
                    entry(line).ifPresent(stamp -> keep(found, name, stamp));
                }
            });
        } else {
            for (String name : names(folder, wanted)) {
                String stamp = stamp(folder + "/" + name);
                if (!stamp.isEmpty()) {
                    found.put(name, stamp);
                }
            }
        }
        return found;
    }

    /** Whatever has such a name, be it a file or not, and whether or not more can be told of it. */
    private Set<String> names(String folder, Predicate<String> wanted) throws IOException {
        Map<String, String> found = new TreeMap<>();
        lines(folder, line -> {
            String name = name(line);
            if (wanted.test(name)) {
                keep(found, name, "");
            }
        });
        return found.keySet();
    }

    private static void keep(Map<String, String> found, String name, String stamp) {
        if (found.size() == MOST_NAMES) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
        found.put(name, stamp);
    }

    /** In a listing for programs it stands behind what is said of it, in another perhaps behind its folder. */
    private String name(String line) {
        return line.substring((listsForPrograms ? line.indexOf(' ') : line.lastIndexOf('/')) + 1);
    }

    /** Size and time of a file; empty if it is none, or if nobody can read what is said of it. */
    private static Optional<String> entry(String line) {
        try {
            FTPFile entry = MLSxEntryParser.parseEntry(line);
            return entry != null && entry.isFile()
                    ? Optional.of(entry.getSize() + " " + entry.getTimestampInstant())
                    : Optional.empty();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // Its parser takes numbers to be numbers. What one entry says must not hide the others.
            return Optional.empty();
        }
    }

    /** One after the other: a folder may have more of them than can be held, and its end comes within a transfer's time. */
    private void lines(String folder, Consumer<String> each) throws IOException {
        // Of an empty folder some servers say what they say of one that is not there.
        int there = client.cwd(base + folder);
        if (!FTPReply.isPositiveCompletion(there)) {
            throw new FtpRefusal(there);
        }
        try (InputStream in = new BufferedInputStream(new Incoming(listsForPrograms ? "MLSD" : "NLST", folder))) {
            LineCutter cutter = new LineCutter(in, LONGEST_LINE, Long.MAX_VALUE);
            for (byte[] line = cutter.next(); line != null; line = cutter.next()) {
                each.accept(new String(line, StandardCharsets.UTF_8).stripTrailing());
            }
        } catch (FtpRefusal e) {
            if (listsForPrograms || !SAID_OF_EMPTY.contains(e.code())) {
                throw e;
            }
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new Incoming("RETR", name);
    }

    @Override
    public OutputStream write(String name) throws IOException {
        return new Outgoing(client.begin("STOR", base + name));
    }

    /** What is taken is looked for in the listing, too: a rename over FTP replaces, and nothing may be replaced. */
    @Override
    public void rename(String from, String to) throws IOException {
        int end = to.lastIndexOf('/');
        if (!names(to.substring(0, Math.max(0, end)), to.substring(end + 1)::equals)
                .isEmpty()) {
            throw new FtpRefusal(FTPReply.FILE_NAME_NOT_ALLOWED);
        }
        require(client.rename(base + from, base + to));
    }

    @Override
    public void remove(String name) throws IOException {
        require(client.deleteFile(base + name));
    }

    private void require(boolean done) throws FtpRefusal {
        if (!done) {
            throw new FtpRefusal(client.getReplyCode());
        }
    }

    @Override
    public Optional<String> refusal(IOException failure) {
        return failure instanceof FtpRefusal refusal ? Optional.of(refusal.word()) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            client.quit();
        } catch (IOException e) {
            // It has hung up already.
        } finally {
            client.leave();
        }
    }

    private void requireFinished() throws IOException {
        int reply = client.finished();
        if (!FTPReply.isPositiveCompletion(reply)) {
            throw new FtpRefusal(reply);
        }
    }

    /** What the server sends; whole if it says so behind it, for TLS alone does not tell an end from a cut. */
    private final class Incoming extends FilterInputStream {
        private final Socket socket;
        private final Watch.Armed watched;
        private boolean ended;
        private boolean closed;

        Incoming(String command, String name) throws IOException {
            this(client.begin(command, base + name));
        }

        private Incoming(Socket socket) throws IOException {
            super(socket.getInputStream());
            this.socket = socket;
            this.watched = client.watched(LONGEST_TRANSFER);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            int read = super.read(into, at, most);
            ended |= read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (watched) {
                socket.close();
            } catch (IOException e) {
                // The transfer's last reply is still to come.
                client.leave();
                throw e;
            }
            if (ended) {
                requireFinished();
            } else {
                // Left before its end: the server may say what it likes.
                client.finished();
            }
        }
    }

    private final class Outgoing extends FilterOutputStream {
        private final Socket socket;
        private boolean closed;

        Outgoing(Socket socket) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
        }

        @Override
        public void write(byte[] octets, int at, int many) throws IOException {
            try (Watch.Armed armed = client.watched(timeouts.reply())) {
                out.write(octets, at, many);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (Watch.Armed armed = client.watched(timeouts.reply())) {
                socket.close();
            } catch (IOException e) {
                client.leave();
                throw e;
            }
            requireFinished();
        }
    }
}
