package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialFormatTest {
    private static final String LEAST = "0".repeat(20);
    private static final String GREATEST = "Z".repeat(20);

    @Property
    void isOursAgain(@ForAll("serials") String ours, @ForAll("patterns") String pattern, @ForAll boolean asNumber) {
        SerialFormat format = new SerialFormat(pattern, asNumber ? SerialFormat.LEAST_DIGITS : 0);

        assertThat(format.ours(format.written(ours))).contains(ours);
    }

    @Property
    void isOneLengthOfDigits(@ForAll("serials") String ours, @ForAll @IntRange(min = 32, max = 40) int digits) {
        assertThat(new SerialFormat("*", digits).written(ours)).matches("[0-9]{" + digits + "}");
    }

    @Test
    void isNoLongerThanItsDigitsForTheLeastAndTheGreatest() {
        SerialFormat format = new SerialFormat("*", SerialFormat.LEAST_DIGITS);

        assertThat(format.written(LEAST)).isEqualTo("0".repeat(32));
        assertThat(format.written(GREATEST)).isEqualTo("13367494538843734067838845976575");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99",
                "9913367494538843734067838845976576",
                "9999999999999999999999999999999999",
                "990000000000000000000000000000000",
                "99000000000000000000000000000000000",
                "99 0000000000000000000000000000000",
                "98" + "00000000000000000000000000000001",
                "9900000000000000000000000000000０01"
            })
    void takesNoneThatWeCannotHaveGiven(String theirs) {
        assertThat(new SerialFormat("99*", 32).ours(theirs)).isEmpty();
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings()
                .withChars("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                .ofLength(20);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("*", "99*", "TB*", "*-1", "0*0", "TB*1");
    }
}
