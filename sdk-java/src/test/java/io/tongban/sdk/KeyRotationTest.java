package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.error.UntrustedAnswerException;
import io.tongban.sdk.farside.KeyEndpoint;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Reply.Forgery;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.signature.KeyAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {
    private static final Reply GOOD = Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED));

    private final Scene scene = new Scene();
    private final KeyEndpoint keys = scene.farSide().keys();
    private final Tongban tongban = scene.build(scene.builder().retryBudget(RetryBudget.none()));

    @BeforeEach
    void answerWell() {
        scene.gateway().answer(GOOD);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void read() {
        assertThat(tongban.withholdings().get("wh_1").id()).isEqualTo("wh_r-1");
    }

    private void later(Duration by) {
        scene.clock().advance(by);
    }

    @Test
    void fetchesTheKeysOnceForManyCalls() {
        read();
        read();
        later(Duration.ofSeconds(599));
        read();

        assertThat(keys.asked()).isEqualTo(1);
    }

    @Test
    void fetchesThemAgainWhenTheyAreNoLongerFresh() {
        read();
        later(Duration.ofSeconds(600));
        read();

        assertThat(keys.asked()).isEqualTo(2);
    }

    @Test
    void trustsANewKeyAsSoonAsItIsPublished() {
        read();
        later(Duration.ofSeconds(31));
        keys.rotate("gw-2");
        read();

        assertThat(keys.asked()).isEqualTo(2);
        assertThat(scene.gateway().received()).hasSize(2);
    }

    /** The day on which a key for SM2 is published beside the others must be a day like any other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kty':'EC','crv':'SM2','kid':'sm','x':'AA','y':'AA'}",
                "{'kty':'LWE','kid':'q','n':'AA'}",
                "{'kty':'OKP','crv':'X448','kid':'x','x':'AA'}",
                "{'kty':'EC','crv':'P-256','kid':'off','x':'AA','y':'AA'}",
                "{'kty':7,'kid':'odd'}",
                "{}",
                "'text'",
                "null"
            })
    void leavesOutAKeyOfAKindThatItDoesNotKnow(String foreign) {
        keys.publishAlso(foreign.replace('\'', '"'));

        read();
        assertThat(tongban.gatewayKeys().find(keys.signing().getKeyID())).isInstanceOf(KeyAnswer.Found.class);
        assertThat(GatewayKeys.parse(keys.jwks()).size()).isEqualTo(1);
    }

    @Test
    void doesNotAskForEveryMadeUpKeyId() {
        scene.gateway().answer(GOOD.forged(Forgery.UNKNOWN_KEY));

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::read).isInstanceOf(UntrustedAnswerException.class);
        }
        assertThat(keys.asked()).isEqualTo(1);
        later(Duration.ofSeconds(31));
        assertThatThrownBy(this::read).isInstanceOf(UntrustedAnswerException.class);
        assertThatThrownBy(this::read).isInstanceOf(UntrustedAnswerException.class);
        assertThat(keys.asked()).isEqualTo(2);
    }

    @Test
    void livesAnHourOnOldKeysWhenNewOnesCannotBeHad() {
        read();
        keys.down(true);
        later(Duration.ofSeconds(601));
        read();
        read();
        assertThat(keys.asked()).as("not asked again within 30 seconds").isEqualTo(2);
        later(Duration.ofMinutes(58));
        read();
        later(Duration.ofMinutes(2));

        assertThatThrownBy(this::read).isInstanceOf(RequestNotSentException.class);
    }

    @Test
    void sendsNothingWithoutKeysToCheckTheAnswerWith() {
        keys.down(true);

        assertThatThrownBy(this::read)
                .isInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("key set could not be fetched: status 503");
        assertThat(scene.gateway().received()).isEmpty();
    }

    @Test
    void keepsKeysForAtLeastAMinuteWhateverTheGatewaySays() {
        keys.cacheControl("no-store, max-age=0");
        read();
        later(Duration.ofSeconds(59));
        read();

        assertThat(keys.asked()).isEqualTo(1);
    }
}
