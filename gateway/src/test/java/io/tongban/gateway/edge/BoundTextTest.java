package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;

class BoundTextTest {
    @Size(max = 10)
    private String most;

    @Size(min = 2)
    private String least;

    @Size(min = 2, max = 10)
    private String both;

    @Test
    void tellsOnlyTheBoundsThatThereAre() throws NoSuchFieldException {
        assertThat(text("most")).isEqualTo("At most 10 long");
        assertThat(text("least")).isEqualTo("At least 2 long");
        assertThat(text("both")).isEqualTo("From 2 to 10 long");
    }

    private static String text(String field) throws NoSuchFieldException {
        return BoundText.of(BoundTextTest.class.getDeclaredField(field).getAnnotation(Size.class));
    }
}
