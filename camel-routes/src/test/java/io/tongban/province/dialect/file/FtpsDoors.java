package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.farside.Certificates;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The way in to an FTPS server with a certificate of its own, by Anhui's profile. */
abstract class FtpsDoors {
    String requestFolder = "in";
    /** Long where an answer comes, however busy the machine is. */
    String reply = "30s";

    Certificates certificates;

    @TempDir
    Path folder;

    private final Doors doors = new Doors();

    @BeforeEach
    final void certify() throws Exception {
        certificates = new Certificates("127.0.0.1", -1);
    }

    @AfterEach
    final void closeDoors() {
        doors.close();
    }

    final RemoteFolder open(String endpoint) throws Exception {
        return doors.open(at(endpoint));
    }

    final ProvinceProfile at(String endpoint) throws Exception {
        return at(endpoint, certificates);
    }

    final ProvinceProfile at(String endpoint, Certificates believed) throws Exception {
        String trust = "trust: " + believed.pem(folder) + "\n  request-folder: " + requestFolder + "\n";
        return OneProfile.edited(
                "34-anhui.yaml",
                text -> text.replace("${tongban.province.34.endpoint}", endpoint)
                        .replaceFirst("host-key: .*\n", trust)
                        .replaceFirst(" *host-key-next: .*\n", "")
                        .replace("reply: 10s", "reply: " + reply),
                Configured.dialects());
    }

    static void assertRefused(RemoteFolder far, ThrowingCallable call, String word) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IOException.class,
                        failure -> assertThat(far.refusal(failure)).contains(word));
    }

    static void assertCut(RemoteFolder far, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IOException.class,
                        failure -> assertThat(far.refusal(failure)).isEmpty());
    }
}
