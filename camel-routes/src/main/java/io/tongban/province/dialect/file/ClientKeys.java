package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/** The keys by which we sign in: that of today and, on the days on which it changes, the next. */
final class ClientKeys {
    private ClientKeys() {}

    static boolean isKey(String file) {
        try {
            return !pairs(file).isEmpty();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** @throws IllegalStateException if there are two ways to sign in, or none */
    static void requireOneWay(ProvinceProfile profile) {
        boolean key = !profile.options().text(FileOptions.CLIENT_KEY).isEmpty();
        boolean password = !profile.password().value().isEmpty();
        if (key == password) {
            throw new IllegalStateException(profile.file() + (key ? ": has" : ": lacks")
                    + " both a password and options.client-key; write one of them");
        }
    }

    /** None where the profile signs in by its password. */
    static List<KeyPair> of(ProvinceProfile profile) throws IOException {
        List<KeyPair> keys = new ArrayList<>();
        List<String> files = Stream.of(FileOptions.CLIENT_KEY, FileOptions.CLIENT_KEY_NEXT)
                .map(profile.options()::find)
                .flatMap(Optional::stream)
                .filter(file -> !file.isEmpty())
                .toList();
        for (String file : files) {
            try {
                keys.addAll(pairs(file));
            } catch (GeneralSecurityException | InvalidPathException e) {
                throw new IOException(profile.file() + ": a key file cannot be read any more", e);
            }
        }
        return keys;
    }

    private static List<KeyPair> pairs(String file) throws IOException, GeneralSecurityException {
        List<KeyPair> pairs = new ArrayList<>();
        new FileKeyPairProvider(Path.of(file)).loadKeys(null).forEach(pairs::add);
        return pairs;
    }
}
