package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The keys by which we sign in: that of today and, on the days on which it changes, the next. */
final class ClientKeys {
    private static final List<String> OPTIONS = List.of(FileOptions.CLIENT_KEY, FileOptions.CLIENT_KEY_NEXT);

    private ClientKeys() {}

    /** Whether a file holds a key, as far as can be told without its passphrase. */
    static boolean isKey(String file) {
        AtomicBoolean asked = new AtomicBoolean();
        try {
            return !pairs(file, "", asked).isEmpty();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return asked.get();
        }
    }

    /** @throws IllegalStateException if there are two ways to sign in, or none, or a passphrase opens no key */
    static void requireOneWay(ProvinceProfile profile) {
        boolean key = !profile.options().text(FileOptions.CLIENT_KEY).isEmpty();
        boolean password = !profile.password().value().isEmpty();
        if (key == password) {
            throw new IllegalStateException(profile.file() + (key ? ": has" : ": lacks")
                    + " both a password and options.client-key; write one of them");
        }
        if (key) {
            requireOpen(profile);
        }
    }

    private static void requireOpen(ProvinceProfile profile) {
        boolean asked = false;
        for (String option : OPTIONS) {
            AtomicBoolean locked = new AtomicBoolean();
            try {
                pairs(profile, option, locked);
            } catch (IOException e) {
                throw new IllegalStateException(profile.file() + ": " + why(profile, option, locked.get()), e);
            }
            asked |= locked.get();
        }
        if (!passphrase(profile).isEmpty() && !asked) {
            throw new IllegalStateException(
                    profile.file() + ": options.client-key-passphrase has no effect where the key has none; remove it");
        }
    }

    private static String why(ProvinceProfile profile, String option, boolean locked) {
        if (!locked) {
            return "options." + option + " cannot be read";
        }
        return passphrase(profile).isEmpty()
                ? "options." + option + " has a passphrase; add options.client-key-passphrase"
                : "options.client-key-passphrase is not that of options." + option + "; write the right one";
    }

    private static String passphrase(ProvinceProfile profile) {
        return profile.options().find(FileOptions.CLIENT_KEY_PASSPHRASE).orElse("");
    }

    /** None where the profile signs in by its password. */
    static List<KeyPair> of(ProvinceProfile profile) throws IOException {
        List<KeyPair> keys = new ArrayList<>();
        for (String option : OPTIONS) {
            keys.addAll(pairs(profile, option, new AtomicBoolean()));
        }
        return keys;
    }

    /** None where the profile names no such file. */
    private static List<KeyPair> pairs(ProvinceProfile profile, String option, AtomicBoolean asked) throws IOException {
        String file = profile.options().find(option).orElse("");
        try {
            return file.isEmpty() ? List.of() : pairs(file, passphrase(profile), asked);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException(profile.file() + ": a key file cannot be read", e);
        }
    }

    /** @param asked becomes true if the key has a passphrase */
    private static List<KeyPair> pairs(String file, String passphrase, AtomicBoolean asked)
            throws IOException, GeneralSecurityException {
        FilePasswordProvider opener = (session, key, again) -> {
            asked.set(true);
            return passphrase;
        };
        Path path = Path.of(file);
        List<KeyPair> pairs = new ArrayList<>();
        // A provider of key pairs would pass over a key that it cannot open, with no more than a line in the log.
        try (InputStream in = Files.newInputStream(path)) {
            Iterable<KeyPair> found = SecurityUtils.loadKeyPairIdentities(null, new PathResource(path), in, opener);
            if (found != null) {
                found.forEach(pairs::add);
            }
        }
        return pairs;
    }
}
