package io.tongban.province.dialect.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The file beside a file that says its digest, in hex as {@code sha256sum} writes it. */
enum Checksum {
    MD5,
    SHA256,
    SM3;

    private static final int BUFFER = 32 * 1024;

    /** Empty where there is none. */
    static Optional<Checksum> of(String word) {
        return word.equals("none") ? Optional.empty() : Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** Of the name of the file that says it. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    MessageDigest digest() {
        try {
            return switch (this) {
                case MD5 -> MessageDigest.getInstance("MD5");
                case SHA256 -> MessageDigest.getInstance("SHA-256");
                case SM3 -> new SM3.Digest();
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + this, e);
        }
    }

    String of(InputStream in, Runnable beforeEach) throws IOException {
        MessageDigest digest = digest();
        byte[] some = new byte[BUFFER];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            beforeEach.run();
            digest.update(some, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A line of its file. */
    static String line(String hex, String name) {
        return hex + "  " + name + "\n";
    }

    /** Whether a line of the far side gives this digest: first the hex, in letters of either size, then what may be. */
    static boolean says(String line, String hex) {
        return line.strip().toLowerCase(Locale.ROOT).matches(hex + "(\\s.*)?");
    }
}
