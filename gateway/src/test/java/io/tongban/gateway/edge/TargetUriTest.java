package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/workers, https://api.tongban.test/v1/workers",
        "/v1/a%2Fb?x=%7e&&y, https://api.tongban.test/v1/a%2Fb?x=%7e&&y",
        "/v1/?, https://api.tongban.test/v1/?",
        "//v1/x, https://api.tongban.test//v1/x",
        "http://evil.test/v1/workers?a, https://api.tongban.test/v1/workers?a",
        "http://evil.test, https://api.tongban.test/",
        "/v1/x?u=http://a.test/b, https://api.tongban.test/v1/x?u=http://a.test/b"
    })
    void isThePublicBaseAndTheTargetAsReceived(String received, String expected) {
        assertThat(new TargetUri("https://api.tongban.test/").of(TargetUri.target(received)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%00", "/v1/a?b=%0A", "/v1/%1f", "/v1/%7F", "/v1/%", "/v1/%4", "/v1/%zz", "/v1/%-1"})
    void refusesWhatIsNoText(String target) {
        assertThatThrownBy(() -> TargetUri.check(target)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1",
                "/v1//x",
                "/v1/",
                "/v1/./x",
                "/v1/x/..",
                "/v1/%2E%2e/x",
                "/%761/x",
                "/v1/x%5F",
                "/v1/%30?a=1"
            })
    void refusesWhatOnlyLeadsToAPathWhenItIsMadeEven(String target) {
        assertThatThrownBy(() -> TargetUri.check(target))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/workers", "/", "/v1/a.b/..c?x=//./&y=%61/", "/v1/%E6%9D%8E", "/v1/a%20b?c=%2B", "/v1/%80"})
    void takesText(String target) {
        assertThatCode(() -> TargetUri.check(target)).doesNotThrowAnyException();
    }
}
