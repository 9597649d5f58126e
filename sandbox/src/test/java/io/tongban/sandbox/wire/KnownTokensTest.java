package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token that was good a moment ago is known again without being verified; nothing else is let in by that. */
@ExtendWith(RunningSandbox.class)
class KnownTokensTest {
    private static final String NOBODYS_WORKER = "/v1/workers/wkr_00000000000000000000000000";

    private final TestSandbox sandbox;

    KnownTokensTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void letsInNoTokenThatDiffersFromTheKnownOne() {
        String good = sandbox.delivery().token().get();
        assertGood(good);
        assertGood(good);
        String[] part = good.split("\\.");
        String claims = new Base64URL(part[1]).decodeToString();

        assertInvalid(part[0] + "." + part[1] + "." + Base64URL.encode(new byte[64]));
        assertInvalid(part[0] + "." + part[1] + ".");
        assertInvalid(
                part[0] + "." + Base64URL.encode(claims.replace("fengsong-delivery", "kuaixing-ride")) + "." + part[2]);
        assertInvalid(part[0] + "." + Base64URL.encode(claims + " ") + "." + part[2]);
        assertGood(good);
    }

    @Test
    void letsInNobodyElsesRequestWithIt() {
        String others = sandbox.ride().token().get();
        sandbox.assertRefused(
                sandbox.ride()
                        .signed(sandbox.ride()
                                .unsigned("GET", NOBODYS_WORKER, "")
                                .with("authorization", "Bearer " + others)),
                "worker-not-found");

        sandbox.assertRefused(request(others), "signature-key-foreign");
    }

    /** Its first request, while it lives, may have been known. */
    @Test
    void letsInNoTokenThatHasExpiredSince() {
        String brief = sandbox.tokens().fresh("short-lived");
        sandbox.wire().send(request(brief));
        String expired = sandbox.tokens().awaitEnd(brief);

        sandbox.assertRefused(request(expired), "token-expired");
        sandbox.assertRefused(request(expired), "token-expired");
    }

    @Test
    void stillAsksTheRealmWhetherAnAgencyHasItsRole() {
        for (int i = 0; i < 3; i++) {
            assertThat(sandbox.wire()
                            .sendUntilAvailable(() -> sandbox.agency().get("/v1/admin/partners"))
                            .status())
                    .isEqualTo(200);
            sandbox.assertRefused(
                    () -> sandbox.partner("agency-trainee").get("/v1/admin/partners"), "agency-role-missing");
        }
    }

    private void assertGood(String token) {
        sandbox.assertRefused(request(token), "worker-not-found");
    }

    private void assertInvalid(String token) {
        sandbox.assertRefused(request(token), "token-invalid");
    }

    private Call request(String token) {
        return sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("GET", NOBODYS_WORKER, "")
                        .with("authorization", "Bearer " + token));
    }
}
