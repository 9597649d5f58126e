package io.tongban.sdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    /** Written down, because a new version of the SDK must not give an old effect a new key. */
    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void givesAnEffectTheSameKeyInEveryVersion() {
        assertThat(IdempotencyKeys.derived("withhold", "fengsong-delivery", "r-1", CONTENT, ""))
                .isEqualTo("r-uPEHIhpllWP1Q6XK13h5heEh1C_-7ZN9FKVwmyvzF_I");
    }

    @Test
    void givesOtherWordsAndALaterAttemptAnotherKey() {
        byte[] other = "{ }".getBytes(StandardCharsets.UTF_8);

        assertThat(List.of(
                        IdempotencyKeys.derived("o", "c", "r", CONTENT, ""),
                        IdempotencyKeys.derived("o", "c", "r", other, ""),
                        IdempotencyKeys.derived("o", "c", "r", CONTENT, "enr_1@2026-11-23T02:00:00Z"),
                        IdempotencyKeys.derived("o", "c", "r", CONTENT, "enr_2@2026-11-23T02:00:00Z")))
                .doesNotHaveDuplicates();
    }

    @Property
    boolean staysWithinTheContract(@ForAll String operation, @ForAll String clientId, @ForAll String reference) {
        return IdempotencyKeys.derived(operation, clientId, reference, CONTENT, "")
                .matches("r-[A-Za-z0-9_-]{43}");
    }

    @Property
    boolean keepsTheBordersBetweenItsParts(@ForAll String left, @ForAll char moved, @ForAll String right) {
        return Character.isSurrogate(moved)
                || !IdempotencyKeys.derived("o", left + moved, right, CONTENT, "")
                        .equals(IdempotencyKeys.derived("o", left, moved + right, CONTENT, ""));
    }

    @Test
    void drawsADifferentOneEachTime() {
        assertThat(IdempotencyKeys.drawn())
                .isNotEqualTo(IdempotencyKeys.drawn())
                .hasSizeLessThanOrEqualTo(64);
    }
}
