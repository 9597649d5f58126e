package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token is good for what was asked for, or, where nothing was, for all that its client may do. Keycloak is a real one. */
@OverEachTransport
class ScopesTest {
    private static final String PARTNER = "fengsong-delivery";

    private final TestSandbox sandbox;

    ScopesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/withholdings, contributions:withhold",
        "POST, /v1/workers, workers:write",
        "GET, /v1/withholdings, contributions:read",
        "GET, /v1/webhook-endpoints, webhooks:manage"
    })
    void aTokenForTheStatusIsGoodForNothingElse(String method, String target, String needed) {
        ByHand partner = asking(Scopes.STATUS_READ);
        Call call = method.equals("GET") ? partner.get(target) : partner.post(target, TestSandbox.REGISTRATION);

        Answer answer = sandbox.assertRefused(call, "scope-missing");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("www-authenticate"))
                .isEqualTo("Bearer realm=\"tongban\", error=\"insufficient_scope\", scope=\"" + needed + "\"");
    }

    @Test
    void aTokenIsGoodForEachScopeThatWasAskedFor() {
        ByHand partner = asking(Scopes.CONTRIBUTIONS_READ, Scopes.WEBHOOKS_MANAGE);

        sandbox.accepted(partner.get("/v1/withholdings?limit=1"), 200);
        sandbox.accepted(partner.get("/v1/webhook-endpoints"), 200);
        sandbox.assertRefused(partner.post("/v1/workers", TestSandbox.REGISTRATION), "scope-missing");
    }

    @Test
    void whoAsksForNoScopeHasAllOfTheClient() {
        sandbox.accepted(sandbox.delivery().post("/v1/workers", sandbox.registration("44")), 201);
        sandbox.accepted(sandbox.delivery().get("/v1/withholdings?limit=1"), 200);
        sandbox.accepted(sandbox.delivery().get("/v1/webhook-endpoints"), 200);
        sandbox.assertRefused(sandbox.delivery().get("/v1/admin/partners"), "scope-missing");
    }

    @Test
    void whoAsksForAScopeOfOthersGetsNoToken() throws Exception {
        HttpResponse<String> answer =
                sandbox.tokens().asked("yinzhan-limited", Scopes.WORKERS_READ, Scopes.CONTRIBUTIONS_WITHHOLD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope").doesNotContain("access_token");
        assertThat(sandbox.tokens().asked(PARTNER, Scopes.AGENCY_ADMIN).body()).contains("invalid_scope");
    }

    @Test
    void theSdkAsksForWhatItsBuilderNames() {
        try (Tongban narrow =
                sandbox.sdk(PARTNER).scopes(Scopes.CONTRIBUTIONS_READ).build()) {
            assertThatCode(() -> narrow.withholdings().findByReference("wh-none"))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> narrow.workers().get("wkr_none"))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.type()).contains(ProblemType.SCOPE_MISSING));
        }
    }

    private ByHand asking(String... scopes) {
        String token = sandbox.tokens().narrowed(PARTNER, scopes);
        return new ByHand(sandbox.gateway(), sandbox.stack().partnerKey(PARTNER), () -> token);
    }
}
