package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedPathsTest {
    @ParameterizedTest
    @CsvSource({
        "/v1, true, true, no-store",
        "/v1/, true, true, no-store",
        "/v1/workers, true, true, no-store",
        "/v1;a=b/workers, true, true, no-store",
        "/v1;a, true, true, no-store",
        "/v10, false, false, 'public, max-age=300'",
        "/problems, true, false, 'public, max-age=300'",
        "/.well-known/jwks.json, true, false, 'public, max-age=300'",
        "/q/health, false, false, 'public, max-age=300'"
    })
    void knowsWhereToSignAndWhereToAsk(String path, boolean signed, boolean guarded, String cacheControl) {
        assertThat(SignedPaths.isSigned(path)).isEqualTo(signed);
        assertThat(SignedPaths.isGuarded(path)).isEqualTo(guarded);
        assertThat(SignedPaths.cacheControl(path, 200)).isEqualTo(cacheControl);
        assertThat(SignedPaths.cacheControl(path, 404)).isEqualTo("no-store");
    }
}
