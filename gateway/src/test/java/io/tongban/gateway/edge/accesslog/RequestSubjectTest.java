package io.tongban.gateway.edge.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSubjectTest {
    private static final String ID = "mdt_01kandb7vq5zrp5nh3qj8m2c4x";

    @Test
    void isWhatAnAnswerCallsItsOwnId() {
        assertThat(made("{\"state\":\"ACTIVE\",\"of\":{\"id\":\"wkr_01kandb7vq5zrp5nh3qj8m2c4x\"},\"id\":\"" + ID
                        + "\"}"))
                .contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"id\":7}",
                "{\"id\":\"svp_01kandb7vq5zrp5nh3qj8m2c4x\"}",
                "{\"id\":\"wkr_11010519491231002x\"}",
                "{\"items\":[{\"id\":\"mdt_01kandb7vq5zrp5nh3qj8m2c4x\"}]}",
            })
    void isNothingElse(String answer) {
        assertThat(made(answer)).isEmpty();
    }

    private static Optional<String> made(String answer) {
        return RequestSubject.made(answer.getBytes(UTF_8));
    }
}
