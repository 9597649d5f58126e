package io.tongban.gateway.platform.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.testing.TestPiiConfig;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PiiTest {
    private static final String K1 = TestPiiConfig.key(1);
    private static final String K2 = TestPiiConfig.key(2);
    private static final String LOOKUP = TestPiiConfig.key(9);

    private final Pii pii = new Pii(TestPiiConfig.usual());

    @Property(tries = 200)
    void readsBackWhatItWrote(@ForAll @StringLength(max = 60) String plain) {
        String encodable = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(pii.decrypt(PiiPurpose.NAME, pii.encrypt(PiiPurpose.NAME, encodable)))
                .isEqualTo(encodable);
    }

    @Property(tries = 200)
    void refusesAValueWithOneChangedByte(
            @ForAll @IntRange(max = 47) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] stored = pii.encrypt(PiiPurpose.CITIZEN_NUMBER, "11010519491231002X");
        assertThat(stored).hasSize(2 + 2 + 12 + 18 + 16);
        stored[at] ^= (byte) by;
        assertThatThrownBy(() -> pii.decrypt(PiiPurpose.CITIZEN_NUMBER, stored))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverWritesTheSameValueTwiceTheSameWay() {
        assertThat(pii.encrypt(PiiPurpose.NAME, "李秀英")).isNotEqualTo(pii.encrypt(PiiPurpose.NAME, "李秀英"));
    }

    @Test
    void refusesAValueThatWasCopiedToAnotherPurpose() {
        byte[] stored = pii.encrypt(PiiPurpose.MOBILE, "13900000017");
        assertThatThrownBy(() -> pii.decrypt(PiiPurpose.PERSON_NUMBER, stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("13900000017");
    }

    @Test
    void readsOldValuesAfterTheActiveKeyHasChanged() {
        byte[] old = pii.encrypt(PiiPurpose.NAME, "李秀英");
        Pii rotated = new Pii(new TestPiiConfig(Map.of("k1", K1, "k2", K2), "k2", LOOKUP));
        assertThat(rotated.decrypt(PiiPurpose.NAME, old)).isEqualTo("李秀英");
        assertThat(new String(rotated.encrypt(PiiPurpose.NAME, "李秀英"), 2, 2, StandardCharsets.US_ASCII))
                .isEqualTo("k2");
    }

    @Test
    void refusesAValueWhoseKeyIsGone() {
        byte[] old = pii.encrypt(PiiPurpose.NAME, "李秀英");
        Pii other = new Pii(new TestPiiConfig(Map.of("k2", K2), "k2", LOOKUP));
        assertThatThrownBy(() -> other.decrypt(PiiPurpose.NAME, old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void looksUpByPurposeValueAndKey() {
        byte[] hash = pii.lookup(PiiPurpose.CITIZEN_NUMBER, "11010519491231002X");
        assertThat(hash).hasSize(32).isEqualTo(pii.lookup(PiiPurpose.CITIZEN_NUMBER, "11010519491231002X"));
        assertThat(hash).isNotEqualTo(pii.lookup(PiiPurpose.PERSON_NUMBER, "11010519491231002X"));
        Pii other = new Pii(new TestPiiConfig(Map.of("k1", K1), "k1", K2));
        assertThat(hash).isNotEqualTo(other.lookup(PiiPurpose.CITIZEN_NUMBER, "11010519491231002X"));
    }
}
