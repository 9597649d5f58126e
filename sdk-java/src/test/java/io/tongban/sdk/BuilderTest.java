package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sdk.farside.Keys;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderTest {
    private static TongbanBuilder builder() {
        return Tongban.builder()
                .baseUrl(URI.create("https://gw.example/"))
                .issuer(URI.create("https://id.example/realms/tongban"))
                .clientId("fengsong-delivery")
                .privateKeyJwk(Keys.p256("k").toJSONString());
    }

    @Test
    void needsFourThings() {
        assertThat(builder().build()).hasToString("Tongban[fengsong-delivery at https://gw.example]");
        assertThatThrownBy(() -> Tongban.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("privateKey");
        assertThatThrownBy(() -> builder().clientId(null).build()).hasMessageContaining("clientId");
        assertThatThrownBy(() -> builder().baseUrl(null).build()).hasMessageContaining("baseUrl");
        assertThatThrownBy(() -> builder().issuer(null).build()).hasMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gw.example",
                "http://127.0.0.1.example",
                "ftp://gw.example",
                "https://user:pass@gw.example",
                "https://gw.example?a=b",
                "https://gw.example#a",
                "gw.example",
                "/path"
            })
    void refusesAnAddressThatIsNotSafeOrNotOne(String address) {
        assertThatThrownBy(() -> builder().baseUrl(URI.create(address)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pass");
        assertThatThrownBy(() -> builder().tokenEndpoint(URI.create(address)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
    void takesPlainHttpOnThisMachine(String address) {
        assertThat(builder().baseUrl(URI.create(address)).build()).isNotNull();
    }

    @Test
    void takesPlainHttpElsewhereOnlyIfToldSo() {
        URI near = URI.create("http://sandbox.internal:8080");

        assertThat(builder().baseUrl(near).allowPlainHttp().build()).isNotNull();
        assertThatThrownBy(() -> builder().baseUrl(near).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTimeoutsOfNothing() {
        assertThatThrownBy(() -> builder().requestTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().connectTimeout(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestOptions.none().withTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a\r\nX: y", "钥", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void refusesAnIdempotencyKeyThatTheContractDoesNotHave(String key) {
        assertThatThrownBy(() -> RequestOptions.none().withIdempotencyKey(key))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
