package io.tongban.province.dialect.file;

import io.tongban.province.profile.ProvinceProfile;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.signature.Signature;

/**
 * Which host keys a profile pins: that of today and, on the days on which it changes, the next. A server has a key of
 * each kind and shows only the one that is negotiated, and a fingerprint does not say of which kind it is. So one kind
 * after the other is asked for, that which fitted last first.
 */
final class HostKeys {
    /** The kind that fitted last, by the pins that it fits. */
    private final Map<Set<String>, Kind> fitted = new ConcurrentHashMap<>();

    /** By the names of their signature algorithms. */
    enum Kind {
        ED25519("ed25519"),
        ECDSA("ecdsa"),
        RSA("rsa");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** Those of the algorithms that this kind of key signs with. */
        List<NamedFactory<Signature>> of(List<NamedFactory<Signature>> all) {
            return all.stream()
                    .filter(algorithm -> algorithm.getName().contains(mark))
                    .toList();
        }
    }

    static Set<String> pinned(ProvinceProfile profile) {
        return Stream.of(FileOptions.HOST_KEY, FileOptions.HOST_KEY_NEXT)
                .map(profile.options()::find)
                .flatMap(Optional::stream)
                .filter(pin -> !pin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean fits(Set<String> pins, PublicKey key) {
        return pins.contains(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
    }

    /** In which order to ask. */
    List<Kind> kinds(Set<String> pins) {
        Kind last = fitted.get(pins);
        return EnumSet.allOf(Kind.class).stream()
                .sorted(Comparator.comparing(kind -> kind != last))
                .toList();
    }

    void fitted(Set<String> pins, Kind kind) {
        fitted.put(pins, kind);
    }
}
