package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may come in: each wrong token has its own code, in a signed answer, and nothing is stored. */
@OverEachTransport
class TokenRefusalsTest {
    private final TestSandbox sandbox;

    TokenRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void refusesAMissingToken() {
        sandbox.assertRefused(registration().without("authorization"), "token-missing");
    }

    @ParameterizedTest
    @CsvSource({"Bearer nonsense", "Bearer a.b.c", "Basic dGVzdDp0ZXN0", "Bearer"})
    void refusesATokenThatIsNone(String authorization) {
        Call call = registration().with("authorization", authorization);

        Answer answer = sandbox.wire().send(call);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isIn("token-invalid", "token-missing");
    }

    @Test
    void refusesATokenThatWasTamperedWith() {
        String token = sandbox.delivery().token().get();
        String tampered = token.substring(0, token.length() - 6) + "AAAAAA";

        sandbox.assertRefused(signed(registration().with("authorization", "Bearer " + tampered)), "token-invalid");
    }

    @Test
    void refusesAnExpiredToken() {
        String expired = sandbox.tokens().expired();

        sandbox.assertRefused(signed(registration().with("authorization", "Bearer " + expired)), "token-expired");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        String foreign = sandbox.tokens().ofOtherIssuer();

        sandbox.assertRefused(signed(registration().with("authorization", "Bearer " + foreign)), "token-issuer");
    }

    @Test
    void refusesATokenForAnotherAudience() {
        String other = sandbox.tokens().of("other-audience");

        sandbox.assertRefused(signed(registration().with("authorization", "Bearer " + other)), "token-audience");
    }

    @Test
    void refusesATokenOfAnotherPartner() {
        String others = sandbox.ride().token().get();

        sandbox.assertRefused(
                signed(registration().with("authorization", "Bearer " + others)), "signature-key-foreign");
    }

    @Test
    void refusesATokenWithoutTheScope() {
        Call call = sandbox.limited().post("/v1/workers", TestSandbox.REGISTRATION);

        sandbox.assertRefused(call, "scope-missing");
    }

    @Test
    void refusesAPartnerWhereOnlyTheAgencyMayGo() {
        sandbox.assertRefused(sandbox.delivery().get("/v1/admin/partners"), "scope-missing");
    }

    @Test
    void refusesTheAgencysOwnClientWithoutTheRole() {
        sandbox.assertRefused(() -> sandbox.partner("agency-trainee").get("/v1/admin/partners"), "agency-role-missing");
    }

    private Call registration() {
        return sandbox.delivery()
                .unsigned("POST", "/v1/workers", TestSandbox.REGISTRATION)
                .with("idempotency-key", UUID.randomUUID().toString());
    }

    private Call signed(Call call) {
        return sandbox.delivery().signed(call);
    }
}
