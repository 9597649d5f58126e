package io.tongban.gateway.contribution.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.testing.Numbers;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x"})
    void takesTheExampleOfTheStandardInBothCases(String written) {
        assertThat(CitizenNumber.parse(written, TODAY).value()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "110105194912310021, citizen-number-checksum",
        "110105194912310039, citizen-number-checksum",
        "11010519491231003X, citizen-number-checksum",
        "100105194912310000, citizen-number-region",
        "660105194912310000, citizen-number-region",
        "710105194912310000, citizen-number-region",
        "990105194912310000, citizen-number-region",
        "110105194913310000, citizen-number-birth-date",
        "110105194902290000, citizen-number-birth-date",
        "110105190002290000, citizen-number-birth-date",
        "110105189912310000, citizen-number-birth-date",
        "110105202611240000, citizen-number-birth-date",
        "110105194900000000, citizen-number-birth-date",
    })
    void namesTheFlaw(String number, String code) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> CitizenNumber.parse(number, TODAY));
        assertThat(refused.type().code()).isEqualTo(code);
        assertThat(refused.pointer()).hasValue("/citizenNumber");
        assertThat(refused.detail()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519000101000", "11010520261123000", "81000019900101000", "83000020000229000"})
    void takesTheEdgesOfWhatIsRight(String digits) {
        String number = Numbers.complete(digits);
        assertThat(CitizenNumber.parse(number, TODAY).value()).isEqualTo(number);
    }

    @Property(tries = 300)
    void refusesEveryNumberWithOneChangedDigit(
            @ForAll @IntRange(max = 5000) int n,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder changed = new StringBuilder(Numbers.citizen(n));
        changed.setCharAt(at, Character.forDigit((Character.digit(changed.charAt(at), 10) + by) % 10, 10));
        assertThatThrownBy(() -> CitizenNumber.parse(changed.toString(), TODAY)).isInstanceOf(ProblemException.class);
    }

    @Property(tries = 300)
    void takesEveryNumberThatIsRight(@ForAll @IntRange(max = 5000) int n) {
        assertThat(CitizenNumber.parse(Numbers.citizen(n), TODAY).value()).isEqualTo(Numbers.citizen(n));
    }

    @Test
    void refusesARegionBeforeItIsInForce() {
        assertThat(Regions.PUBLISHED.inForce("83", LocalDate.of(2018, 8, 31))).isFalse();
        assertThat(Regions.PUBLISHED.inForce("83", LocalDate.of(2018, 9, 1))).isTrue();
    }

    @Test
    void showsNothing() {
        assertThat(CitizenNumber.asWritten("11010519491231002x")).hasToString("CitizenNumber[…]");
    }
}
