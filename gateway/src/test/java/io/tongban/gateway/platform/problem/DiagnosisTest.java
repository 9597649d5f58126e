package io.tongban.gateway.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    static Stream<Arguments> whatIsThrown() {
        return Stream.of(
                Arguments.of(new ProblemException(ProblemType.MANDATE_REVOKED), ProblemType.MANDATE_REVOKED),
                Arguments.of(new NotFoundException(), ProblemType.NOT_FOUND),
                Arguments.of(new NotFoundException(new NumberFormatException()), ProblemType.HEADER_INVALID),
                Arguments.of(new BadRequestException(new RuntimeException()), ProblemType.HEADER_INVALID),
                Arguments.of(new NotAllowedException("GET"), ProblemType.METHOD_NOT_ALLOWED),
                Arguments.of(new NotAcceptableException(), ProblemType.NOT_ACCEPTABLE),
                Arguments.of(new NotSupportedException(), ProblemType.MEDIA_TYPE_UNSUPPORTED),
                Arguments.of(new IllegalStateException("x"), ProblemType.INTERNAL_ERROR),
                Arguments.of(new StackOverflowError(), ProblemType.INTERNAL_ERROR),
                Arguments.of(wrapped(new SQLException("Acquisition timeout")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("", "08006")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("", "55P03")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("disk full", "53100")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("I/O error", "58030")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("statement time-out", "57014")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("idle transaction", "25P03")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("a standby now", "25006")), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("did it commit?", "40003")), ProblemType.UNAVAILABLE),
                Arguments.of(new RejectedExecutionException(), ProblemType.UNAVAILABLE),
                Arguments.of(wrapped(new SQLException("no such column", "42703")), ProblemType.INTERNAL_ERROR),
                Arguments.of(wrapped(new SQLException("not supported", "0A000")), ProblemType.INTERNAL_ERROR),
                Arguments.of(wrapped(new SQLException("", "23505")), ProblemType.INTERNAL_ERROR));
    }

    private static RuntimeException wrapped(SQLException cause) {
        return new IllegalStateException(cause);
    }

    @ParameterizedTest
    @MethodSource("whatIsThrown")
    void findsTheProblem(Throwable thrown, ProblemType type) {
        assertThat(Diagnosis.of(thrown).type()).isEqualTo(type);
    }

    @Test
    void tellsNothingOfWhatReallyHappened() {
        ProblemException problem = Diagnosis.of(new IllegalStateException("11010519491231002X"));
        assertThat(ProblemDocuments.of(problem).toString()).doesNotContain("1101");
    }

    @Test
    void roundsTheWaitUp() {
        ProblemException problem = new ProblemException(ProblemType.RATE_LIMITED);
        assertThat(ProblemDocuments.retryAfter(problem)).isNull();
        assertThat(ProblemDocuments.retryAfter(problem.retryAfter(Duration.ofMillis(1))))
                .isEqualTo("1");
        assertThat(ProblemDocuments.retryAfter(problem.retryAfter(Duration.ofMillis(2001))))
                .isEqualTo("3");
    }
}
