package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sdk.Tongban;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner with a key of each kind: the token's assertion and the requests, by the SDK, against the running stack. */
@OverEachTransport
class KindsOfKeysTest {
    private final TestSandbox sandbox;

    KindsOfKeysTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({"fengsong-delivery, EC", "xingyun-live, OKP", "yuntu-freight, RSA"})
    void eachKindOfKeyGetsATokenAndSigns(String clientId, String kind) {
        var key = sandbox.stack().partnerKey(clientId);
        try (Tongban tongban = sandbox.sdk(clientId).build()) {
            assertThat(key.getKeyType().getValue()).isEqualTo(kind);
            assertThat(tongban.webhookEndpoints().list()).isNotNull();
        }
    }
}
