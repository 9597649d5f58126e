package io.tongban.sdk.call;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    /** Written down, because a new version of the SDK must not give an old effect a new key. */
    @Test
    void givesAnEffectTheSameKeyInEveryVersion() {
        assertThat(IdempotencyKeys.derived("withhold", "fengsong-delivery", "r-1"))
                .isEqualTo("r-Rn7NCKAcVQsB4wgcGgNSOBsRmIdppafs273jqbwzgFE");
    }

    @Property
    boolean staysWithinTheContract(@ForAll String operation, @ForAll String clientId, @ForAll String reference) {
        return IdempotencyKeys.derived(operation, clientId, reference).matches("r-[A-Za-z0-9_-]{43}");
    }

    @Property
    boolean keepsTheBordersBetweenItsParts(@ForAll String left, @ForAll char moved, @ForAll String right) {
        return Character.isSurrogate(moved)
                || !IdempotencyKeys.derived("o", left + moved, right)
                        .equals(IdempotencyKeys.derived("o", left, moved + right));
    }

    @Test
    void drawsADifferentOneEachTime() {
        assertThat(IdempotencyKeys.drawn())
                .isNotEqualTo(IdempotencyKeys.drawn())
                .hasSizeLessThanOrEqualTo(64);
    }
}
