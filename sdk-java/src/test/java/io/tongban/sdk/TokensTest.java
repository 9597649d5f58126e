package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.TokenEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));

    private final Scene scene = new Scene();
    private final TokenEndpoint tokens = scene.farSide().tokens();

    @BeforeEach
    void answerWell() {
        scene.gateway().answer(GOOD);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<JWK> keys() {
        return Stream.of(Keys.p256("ec"), Keys.ed25519("ed"), Keys.rsa("rsa", 2048));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void asksForATokenAndSignsWithEveryKindOfKey(JWK key) {
        Tongban tongban = scene.build(scene.builder("a-client", key));

        assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
        assertThat(tongban.withholdings().withhold(Samples.order("r-1")).id()).isEqualTo("wh_r-1");
        assertThat(scene.gateway().faults()).isEmpty();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() {
        Tongban tongban = scene.client();
        tongban.withholdings().get("wh_1");
        scene.clock().advance(Duration.ofSeconds(269));
        tongban.withholdings().get("wh_1");
        assertThat(tokens.asked()).isEqualTo(1);

        scene.clock().advance(Duration.ofSeconds(1));
        tongban.withholdings().get("wh_1");
        assertThat(tokens.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN_EXPIRED", "TOKEN_INVALID"})
    void renewsATokenThatTheGatewayDoesNotTakeAnyMore(ProblemType type) {
        scene.gateway().answer(Reply.problem(type), GOOD);

        scene.client().withholdings().withhold(Samples.order("r-1"));

        assertThat(tokens.asked()).isEqualTo(2);
        assertThat(scene.sleeper()).isEmpty();
        assertThat(scene.gateway().received())
                .extracting(request -> request.field("authorization").orElseThrow())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void renewsItOnceAndNotForEver() {
        scene.gateway().answer(Reply.problem(ProblemType.TOKEN_EXPIRED));

        assertThatThrownBy(() -> scene.client().withholdings().get("wh_1")).isInstanceOf(RefusedException.class);
        assertThat(tokens.asked()).isEqualTo(2);
        assertThat(scene.gateway().received()).hasSize(2);
    }

    @Test
    void saysThatNothingWasSentWhenTheRealmKnowsAnotherKey() {
        Tongban tongban = scene.client();
        tokens.register(Scene.CLIENT_ID, Keys.p256(Scene.CLIENT_ID + "-1"));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("status 401, invalid_client")
                .hasMessageNotContaining("secret talk");
        assertThat(tokens.asked()).isEqualTo(1);
        assertThat(scene.gateway().received()).isEmpty();
    }

    /** The far side's Date is this machine's, and the scene's clock is not. */
    @Test
    void saysThatTheClockMayBeWrongWhenTheRealmRefusesTheClient() {
        Tongban tongban = scene.client();
        tokens.register(Scene.CLIENT_ID, Keys.p256(Scene.CLIENT_ID + "-1"));

        assertThatThrownBy(() -> tongban.withholdings().get("wh_1"))
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageMatching(".*invalid_client, and this machine's clock is \\d+ s (behind|ahead of).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "1e400",
                "-1e400",
                "99999999999999999999999999",
                "-5",
                "0",
                "3.7",
                "\"300\"",
                "null"
            })
    void takesATokenForHoweverLongTheRealmSaysItLives(String expiresIn) {
        tokens.lifetime(expiresIn);
        Tongban tongban = scene.client();

        assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
        scene.clock().advance(Duration.ofDays(1));
        assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
        assertThat(tokens.asked()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void asksForTheScopesThatItIsToldAndForNoneOtherwise() {
        scene.client().withholdings().get("wh_1");
        assertThat(tokens.scope()).isEmpty();

        Tongban reader = scene.build(
                scene.builder("reader", Keys.p256("reader-1")).scopes(Scopes.CONTRIBUTIONS_READ, Scopes.STATUS_READ));
        reader.withholdings().get("wh_1");
        assertThat(tokens.scope().split(" ")).containsExactlyInAnyOrder(Scopes.CONTRIBUTIONS_READ, Scopes.STATUS_READ);
        assertThatThrownBy(() -> scene.builder().scopes("two words")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksAgainWhenTheRealmIsDownForAMoment() {
        tokens.fail(2);

        scene.client().withholdings().withhold(Samples.order("r-1"));

        assertThat(tokens.asked()).isEqualTo(3);
        assertThat(scene.gateway().received()).hasSize(1);
    }

    @Test
    void takesATokenEndpointElsewhereAndStillNamesTheIssuer() {
        URI endpoint = URI.create(scene.farSide().issuer() + "/protocol/openid-connect/token");
        TongbanBuilder builder = scene.builder("other", Keys.p256("other-1"));

        Tongban right = scene.build(builder.tokenEndpoint(endpoint));
        assertThat(right.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");

        Tongban wrong = scene.build(builder.issuer(URI.create("https://id.example/realms/other")));
        assertThatThrownBy(() -> wrong.withholdings().get("wh_1")).isInstanceOf(RequestNotSentException.class);
    }
}
