package io.tongban.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Asserts problems by code and pointer. */
public final class Problems {
    private Problems() {}

    public static void assertProblem(ProblemType type, @Nullable String pointer, ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).as("a problem").isNotNull();
        assertThat(thrown.type()).isEqualTo(type);
        assertThat(thrown.pointer().orElse(null)).isEqualTo(pointer);
    }
}
