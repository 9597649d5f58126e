package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.FileLinks;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with a key of each kind, as OpenSSH's is set up, of which any may be the one that was told to us. */
class HostKeysTest {
    private static final List<KeyPair> KEYS =
            List.of(SftpStub.fresh("EC", 256), SftpStub.fresh("RSA", 3072), ed25519());

    private final MemorySpool spool = new MemorySpool();

    @TempDir
    Path folder;

    private static KeyPair ed25519() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsThePinnedKeyWhicheverKindItIs(int pinned) throws Exception {
        try (SftpStub province = new SftpStub(folder, KEYS);
                ProvinceLink link = links(province)
                        .set("tongban.province.34.host-key", SftpStub.fingerprint(KEYS.get(pinned)))
                        .open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(province.sent()).hasSize(2);
        }
    }

    @Test
    void takesTheNextKeyBesideTodays() throws Exception {
        KeyPair next = SftpStub.fresh("EC", 256);
        try (SftpStub province = new SftpStub(folder, List.of(next));
                ProvinceLink link = links(province)
                        .set("tongban.province.34.host-key", SftpStub.fingerprint(KEYS.get(0)))
                        .set("tongban.province.34.host-key-next", SftpStub.fingerprint(next))
                        .open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(province.sent()).hasSize(2);
        }
    }

    @Test
    void tellsAServerOfOtherKeysNothing() throws Exception {
        try (SftpStub province = new SftpStub(folder, KEYS);
                ProvinceLink link = links(province)
                        .set("tongban.province.34.host-key", SftpStub.fingerprint(SftpStub.fresh("EC", 256)))
                        .open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();

            assertThat(province.signIns).hasValue(0);
            assertThat(province.sent()).isEmpty();
        }
    }

    private Links links(SftpStub province) {
        return FileLinks.links(folder, province).spool(spool);
    }
}
