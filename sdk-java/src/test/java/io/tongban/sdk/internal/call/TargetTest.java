package io.tongban.sdk.internal.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Property
    void keepsAnIdWithinItsSegment(@ForAll String id) {
        boolean noSegment = id.isEmpty() || id.equals(".") || id.equals("..");
        Assume.that(!noSegment && UTF_8.newEncoder().canEncode(id));

        URI uri = URI.create("https://gw.example/v1/workers/" + Target.segment(id));

        assertThat(uri.getPath().substring("/v1/workers/".length())).isEqualTo(id);
        assertThat(uri.getRawPath().substring("/v1/workers/".length())).doesNotContain("/");
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.normalize().getRawPath()).isEqualTo(uri.getRawPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesWhatWouldBeAnotherPath(String id) {
        assertThatThrownBy(() -> Target.segment(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesOutParametersWithoutAValue() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("a", null);
        assertThat(Target.query(parameters)).isEmpty();
        parameters.put("b", "李 &=+/%");
        assertThat(Target.query(parameters)).isEqualTo("?b=%E6%9D%8E%20%26%3D%2B%2F%25");
        assertThat(URLDecoder.decode("%E6%9D%8E", UTF_8)).isEqualTo("李");
    }
}
