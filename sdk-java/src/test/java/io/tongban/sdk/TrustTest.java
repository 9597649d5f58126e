package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.farside.Certificates;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.retry.RetryBudget;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate authority of one's own, as a PEM file, over real TLS. */
class TrustTest {
    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock();
    private final ECKey key = Keys.p256("k-1");

    private Path certificate(Path store, String alias) throws Exception {
        KeyStore entries = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            entries.load(in, Certificates.PASSWORD);
        }
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(entries.getCertificate(alias).getEncoded());
        return Files.writeString(
                folder.resolve(alias + ".pem"),
                "subject=CN = localhost\n-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private TongbanBuilder builder(FarSide farSide) {
        farSide.tokens().register("k", key);
        return Tongban.builder()
                .baseUrl(farSide.baseUrl())
                .issuer(farSide.issuer())
                .clientId("k")
                .privateKeyJwk(key.toJSONString())
                .retryBudget(RetryBudget.none())
                .clock(clock);
    }

    @Test
    void whoIsNamedIsTrustedAndNobodyElse() throws Exception {
        Path gateway = Certificates.pkcs12(folder, "gateway", "-keyalg", "EC");
        Path stranger = Certificates.pkcs12(folder, "stranger", "-keyalg", "EC");
        try (FarSide farSide = FarSide.openTls(clock, Certificates.tls(gateway));
                Tongban trusting =
                        builder(farSide).trust(certificate(gateway, "gateway")).build();
                Tongban trustingAnother = builder(farSide)
                        .trust(certificate(stranger, "stranger"))
                        .build()) {
            farSide.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.CONFIRMED)));

            assertThat(trusting.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
            assertThatThrownBy(() -> trustingAnother.withholdings().get("wh_1"))
                    .isInstanceOfSatisfying(RequestNotSentException.class, refused -> {
                        assertThat(refused.isPassing())
                                .as("a certificate does not become trusted by itself")
                                .isFalse();
                        assertThat(refused).hasMessageContaining("certificate");
                    });
        }
    }

    @Test
    void whatIsNoCertificateIsToldAtOnce() throws Exception {
        TongbanBuilder builder = Tongban.builder();

        assertThatThrownBy(() -> builder.trust(folder.resolve("none.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.pem");
        Path key = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        assertThatThrownBy(() -> builder.trust(key)).hasMessageContaining("No BEGIN CERTIFICATE");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> builder.trust(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.trust(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
