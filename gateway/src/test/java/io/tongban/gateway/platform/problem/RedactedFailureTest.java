package io.tongban.gateway.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RedactedFailureTest {
    @Test
    void keepsKindsPlacesAndSqlStatesAndNoWord() {
        Throwable failure = new IllegalStateException(
                "rider 李秀英 failed", new SQLException("Key (citizen)=(11010519491231002X)", "23505"));

        String logged = printed(new RedactedFailure(failure));

        assertThat(logged)
                .contains(
                        "java.lang.IllegalStateException",
                        "java.sql.SQLException SQLSTATE 23505",
                        "RedactedFailureTest.java:")
                .doesNotContain("李秀英", "11010519491231002X", "rider", "Key");
    }

    @Test
    void endsAChainThatHasNoEnd() {
        RuntimeException first = new RuntimeException("a");
        RuntimeException second = new RuntimeException("b", first);
        first.initCause(second);

        assertThat(printed(new RedactedFailure(first))).contains("java.lang.RuntimeException");
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
