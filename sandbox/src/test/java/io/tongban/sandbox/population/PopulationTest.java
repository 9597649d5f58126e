package io.tongban.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final List<SyntheticWorker> thousand =
            Population.generate(2026, 1000).toList();

    @Test
    void givesNoTwoWorkersTheSameNumberReferenceOrMobileEvenAcrossSequences() {
        Set<String> numbers = new HashSet<>();
        Set<String> others = new HashSet<>();
        int size = 102_000;
        Population.generate(7, size)
                .filter(worker -> worker.flaw() != Flaw.IMPOSSIBLE_BIRTH_DATE && worker.flaw() != Flaw.BAD_CHECKSUM)
                .forEach(worker -> {
                    numbers.add(worker.citizenNumber());
                    others.add(worker.reference());
                    others.add(worker.mobile());
                });

        assertThat(numbers).hasSize(size / 100 * 98);
        assertThat(others).hasSize(2 * numbers.size());
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void meetsEveryPlatformWithEveryFlaw(Flaw flaw) {
        assertThat(thousand.stream()
                        .filter(worker -> worker.flaw() == flaw)
                        .map(worker -> worker.platform().clientId())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("fengsong-delivery", "kuaixing-ride");
        assertThat(flaw.problemCode().isEmpty()).isEqualTo(flaw == Flaw.NONE);
    }

    @Test
    void fillsBothProvincesFromBothPlatforms() {
        for (Platform platform : Population.platforms()) {
            for (String province : List.of("44", "51")) {
                assertThat(thousand)
                        .filteredOn(worker -> worker.platform().equals(platform)
                                && worker.province().equals(province))
                        .hasSizeGreaterThan(120);
            }
        }
    }

    @Test
    void bringsRareNamesToTheProvinceThatCanHoldThem() {
        assertThat(thousand)
                .filteredOn(worker -> worker.province().equals("44"))
                .anyMatch(worker -> worker.name().contains("㐂") || worker.name().contains("𠮷"));
    }

    @Test
    void expectsNoMoneyOfAWorkerWhoIsRefused() {
        assertThat(thousand)
                .allSatisfy(worker -> assertThat(worker.expectedFen())
                        .isEqualTo(
                                Set.of(Flaw.NONE, Flaw.DUPLICATE_MONTH).contains(worker.flaw())
                                        ? worker.amountFen()
                                        : 0));
    }

    @Test
    void hasPlatformsWithValidCreditCodes() {
        assertThat(Population.platforms()).hasSize(2).allSatisfy(platform -> {
            int sum = 0;
            int weight = 1;
            for (char c : platform.creditCode().substring(0, 17).toCharArray()) {
                sum += CREDIT_ALPHABET.indexOf(c) * weight;
                weight = weight * 3 % 31;
            }
            assertThat(platform.creditCode().charAt(17)).isEqualTo(CREDIT_ALPHABET.charAt((31 - sum % 31) % 31));
        });
    }

    @Test
    void saysNothingOfTheWorkerInItsText() {
        SyntheticWorker worker = thousand.get(0);

        assertThat(worker.toString()).isEqualTo("SyntheticWorker[0, NONE]");
    }

    @Test
    void refusesAMonthWithoutLimitsAndAPopulationTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Population.generate(1, 10, YearMonth.of(2020, 1)).toList());
        assertThatIllegalArgumentException().isThrownBy(() -> Population.generate(1, Population.MOST + 1));
    }
}
