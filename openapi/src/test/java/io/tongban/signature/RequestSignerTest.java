package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignerTest {

    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final RequestSigner signer = new RequestSigner(TestKeys.signer("partner-ed25519"), VectorCases.CLOCK);

    @Test
    void answersTheFieldsToSetInTheirOrder() {
        assertThat(signer.sign(VectorMessages.search().message(), BODY).keySet())
                .containsExactly("Content-Digest", "Signature-Input", "Signature");
        assertThat(signer.sign(VectorMessages.read().message(), new byte[0]).keySet())
                .containsExactly("Signature-Input", "Signature");
    }

    @Test
    void takesAFreshNonceOf128BitsEachTime() {
        Map<String, String> one = signer.sign(VectorMessages.read().message(), new byte[0]);
        Map<String, String> other = signer.sign(VectorMessages.read().message(), new byte[0]);

        assertThat(one.get("Signature-Input")).matches(".*;nonce=\"[A-Za-z0-9_-]{22}\";tag=\"fapi-2-request\"$");
        assertThat(one.get("Signature-Input")).isNotEqualTo(other.get("Signature-Input"));
    }

    @Test
    void replacesAStaleDigest() {
        VectorRequest stale = VectorMessages.search().with(Map.of("content-digest", "sha-256=:AAAA:"));
        Map<String, String> fields = signer.sign(stale.message(), BODY);
        VectorRequest sent = stale.without("content-digest").with(fields).withBody("{}");

        assertThat(new RequestVerifier(VectorCases.CLOCK).verify(sent.message(), BODY, TestKeys.PARTNERS))
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void saysWhichFieldItMissed() {
        RequestMessage tokenless =
                VectorMessages.read().without("Authorization").message();
        RequestMessage typeless =
                VectorMessages.search().without("Content-Type").message();

        assertThatThrownBy(() -> signer.sign(tokenless, new byte[0])).hasMessageContaining("authorization");
        assertThatThrownBy(() -> signer.sign(typeless, BODY)).hasMessageContaining("content-type");
    }
}
