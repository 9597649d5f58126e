package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageFieldsTest {

    @Test
    void looksUpWithoutRegardToCase() {
        MessageFields fields = MessageFields.of(Map.of("Content-Type", List.of("text/plain")));

        assertThat(fields.values("CONTENT-TYPE")).containsExactly("text/plain");
        assertThat(fields.single("content-type")).contains("text/plain");
        assertThat(fields.isPresent("content-typ")).isFalse();
    }

    @Test
    void keepsTheOrderOfTheLinesOfAField() {
        MessageFields fields = MessageFields.builder()
                .add("A", "1")
                .add("B", "x")
                .add("a", "2")
                .build();

        assertThat(fields.values("a")).containsExactly("1", "2");
        assertThat(fields.single("a")).isEmpty();
    }

    @Test
    void joinsNamesThatDifferInCaseOnly() {
        MessageFields fields = MessageFields.of(Map.of("A", List.of("1"), "a", List.of("2")));

        assertThat(fields.values("a")).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void showsNeitherValuesNorQueries() {
        MessageFields fields =
                MessageFields.builder().add("Authorization", "Bearer secret").build();
        RequestMessage request = new RequestMessage("GET", "https://example.com/w?name=secret", fields);

        assertThat(request.toString())
                .contains("GET https://example.com/w", "authorization")
                .doesNotContain("secret");
        assertThat(new ResponseMessage(200, fields, request).toString()).doesNotContain("secret");
    }
}
