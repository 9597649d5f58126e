package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.launcher.ServerCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A certificate is replaced while the gateway runs, and nobody is cut off. */
@ExtendWith(RunningSandbox.class)
class CertificateReloadTest {
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final TestSandbox sandbox;
    private final ServerCertificate certificate;

    CertificateReloadTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        certificate = sandbox.stack().certificate();
    }

    @Test
    void aNewConnectionSeesTheNewCertificateWhileOldOnesGoOn() throws IOException {
        try (KeptConnection before = connect()) {
            assertThat(before.head("/problems")).isEqualTo(200);

            X509Certificate renewed = certificate.renew();

            awaitShown(renewed.getSerialNumber());
            assertThat(before.certificate()).isNotEqualTo(renewed);
            assertThat(before.head("/problems")).isEqualTo(200);
        }
    }

    @Test
    void aBrokenFileLeavesTheOldCertificateInPlaceAndIsTold() throws IOException {
        leavesTheOldOne(certificate::spoil);
    }

    @Test
    void aKeyOfAnotherCertificateLeavesTheOldOneInPlaceAndIsTold() throws IOException {
        leavesTheOldOne(certificate::mixUp);
    }

    private void leavesTheOldOne(Trouble trouble) throws IOException {
        BigInteger good = certificate.renew().getSerialNumber();
        awaitShown(good);
        try {
            long told = told();
            trouble.make();

            Awaitility.await().atMost(AT_MOST).until(this::told, now -> now > told);
            assertThat(shown()).isEqualTo(good);
        } finally {
            awaitShown(certificate.renew().getSerialNumber());
        }
    }

    private interface Trouble {
        void make() throws IOException;
    }

    private void awaitShown(BigInteger serial) {
        Awaitility.await().atMost(AT_MOST).until(this::shown, serial::equals);
    }

    private BigInteger shown() throws IOException {
        try (KeptConnection fresh = connect()) {
            return fresh.certificate().getSerialNumber();
        }
    }

    private KeptConnection connect() throws IOException {
        return new KeptConnection(
                sandbox.stack().httpsGateway(), sandbox.stack().authority().clientContext(), "TLSv1.3", "http/1.1");
    }

    private long told() throws IOException {
        try (var lines = Files.lines(sandbox.stack().gatewayProcess().log())) {
            return lines.filter(line -> line.contains("The new certificate or its key cannot be used"))
                    .count();
        }
    }
}
