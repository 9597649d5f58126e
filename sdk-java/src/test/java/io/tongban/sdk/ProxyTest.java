package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.farside.Certificates;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.TestProxy;
import io.tongban.sdk.retry.RetryBudget;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final MutableClock clock = new MutableClock();

    @BeforeAll
    static void makeACertificate() {
        tls = Certificates.tls(Certificates.pkcs12(folder, "server", "-keyalg", "EC", "-groupname", "secp256r1"));
    }

    private TongbanBuilder builder(FarSide farSide) {
        var key = Keys.p256("k-1");
        farSide.tokens().register("k", key);
        farSide.gateway().answer(GOOD);
        return Tongban.builder()
                .baseUrl(farSide.baseUrl())
                .issuer(farSide.issuer())
                .clientId("k")
                .privateKeyJwk(key.toJSONString())
                .sslContext(tls)
                .retryBudget(RetryBudget.none())
                .clock(clock);
    }

    @Test
    void tunnelsHttpsThroughAProxyWithAPassword() throws Exception {
        try (TestProxy proxy = TestProxy.open("user", "pass word");
                FarSide farSide = FarSide.openTls(clock, tls);
                Tongban tongban = builder(farSide)
                        .proxy("127.0.0.1", proxy.port(), "user", "pass word".toCharArray())
                        .build()) {
            assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id())
                    .isEqualTo("wh_r-1");

            assertThat(proxy.firstLines()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT 127.0.0.1:"));
            assertThat(farSide.gateway().received().get(0).field("Proxy-Authorization"))
                    .isEmpty();
            assertThat(farSide.gateway().faults()).isEmpty();
        }
    }

    @Test
    void goesThroughAProxyWithAPasswordInClearText() throws Exception {
        try (TestProxy proxy = TestProxy.open("user", "secret");
                FarSide farSide = FarSide.open(clock);
                Tongban tongban = builder(farSide)
                        .proxy("127.0.0.1", proxy.port(), "user", "secret".toCharArray())
                        .build()) {
            assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
            assertThat(proxy.firstLines()).isNotEmpty().noneMatch(line -> line.startsWith("CONNECT"));
        }
    }

    @Test
    void saysThatNothingWasSentWhenThePasswordIsWrong() throws Exception {
        try (TestProxy proxy = TestProxy.open("user", "right");
                FarSide farSide = FarSide.openTls(clock, tls);
                Tongban tongban = builder(farSide)
                        .proxy("127.0.0.1", proxy.port(), "user", "wrong-one".toCharArray())
                        .build()) {
            assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("the proxy wants other credentials")
                    .hasMessageNotContaining("wrong-one");
            assertThat(proxy.firstLines()).isEmpty();
        }
    }

    @Test
    void saysThatNothingWasSentWhenTheProxyIsNotThere() throws Exception {
        TestProxy gone = TestProxy.open("user", "secret");
        gone.close();
        try (FarSide farSide = FarSide.openTls(clock, tls);
                Tongban tongban = builder(farSide)
                        .proxy("127.0.0.1", gone.port(), "user", "secret".toCharArray())
                        .build()) {
            assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                    .isInstanceOf(RequestNotSentException.class);
        }
    }

    @Test
    void saysThatNothingWasSentWhenTheCertificateIsNotTrusted() throws Exception {
        try (FarSide farSide = FarSide.openTls(clock, tls);
                Tongban tongban =
                        builder(farSide).sslContext(SSLContext.getDefault()).build()) {
            assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                    .isInstanceOf(RequestNotSentException.class);
            assertThat(farSide.gateway().received()).isEmpty();
        }
    }
}
