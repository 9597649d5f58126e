package io.tongban.province.dated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells when the files of a folder have changed. Someone may be in the middle of writing, so a change counts only
 * when everything has stayed as it is from one look to the next; and it counts only once, whatever is made of it.
 */
public final class FolderWatch {
    /** What a folder looks like that cannot be read; a file never has this name. */
    private static final Map<String, Stamp> UNREADABLE = Map.of("/", new Stamp(0, FileTime.fromMillis(0)));

    private final Path folder;
    private Map<String, Stamp> seen;
    private Map<String, Stamp> told;
    private byte[] content;

    public FolderWatch(Path folder) {
        this.folder = folder;
        this.seen = stamps();
        this.told = seen;
        this.content = digest(seen);
    }

    /** Looks; to be called every so often. */
    public synchronized boolean changed() {
        Map<String, Stamp> now = stamps();
        boolean still = now.equals(seen);
        seen = now;
        if (!still || now.equals(told)) {
            return false;
        }
        told = now;
        byte[] before = content;
        content = digest(now);
        return !Arrays.equals(before, content);
    }

    private Map<String, Stamp> stamps() {
        Map<String, Stamp> stamps = new TreeMap<>();
        try {
            for (Path file : files(folder)) {
                stamps.put(
                        String.valueOf(file.getFileName()),
                        new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (IOException e) {
            // Or a file went between listing and looking; the next look tells.
            return UNREADABLE;
        }
        return stamps;
    }

    private byte[] digest(Map<String, Stamp> stamps) {
        MessageDigest digest = sha256();
        for (String name : stamps.keySet()) {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                digest.update((byte) 0);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** The YAML files of a folder, by name. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Stamp(long size, FileTime modified) {}
}
