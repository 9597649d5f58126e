package io.tongban.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PopulationPropertiesTest {
    private static final Set<String> PROVINCES =
            Set.of("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"
                    .split(" ", -1));
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<Flaw> UNREADABLE_BIRTH = Set.of(Flaw.IMPOSSIBLE_BIRTH_DATE);

    @Property(tries = 10)
    void isTheSameForTheSameSeedAndAnotherForAnother(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 200) int size) {
        List<SyntheticWorker> one = Population.generate(seed, size).toList();

        assertThat(Population.generate(seed, size)).isEqualTo(one);
        assertThat(Population.generate(seed, size + 50).limit(size)).isEqualTo(one);
        assertThat(Population.generate(seed + 1, size)).isNotEqualTo(one);
    }

    @Property(tries = 10)
    void givesNumbersThatAreInOrderAndNobodysUnlessFlawed(@ForAll long seed) {
        Population.generate(seed, 300).forEach(worker -> {
            String number = worker.citizenNumber();
            assertThat(number).hasSize(18);
            assertThat(number.substring(2, 4)).isEqualTo("99");
            assertThat(Citizens.withCheck(number.substring(0, 17)).equals(number))
                    .isEqualTo(worker.flaw() != Flaw.BAD_CHECKSUM);
            assertThat(PROVINCES.contains(number.substring(0, 2))).isEqualTo(worker.flaw() != Flaw.UNKNOWN_REGION);
            assertThat(isDate(number.substring(6, 14))).isEqualTo(!UNREADABLE_BIRTH.contains(worker.flaw()));
        });
    }

    @Property(tries = 10)
    void keepsToTheSurveysAgesAndIncomes(@ForAll long seed) {
        List<SyntheticWorker> workers = Population.generate(seed, 500)
                .filter(worker -> !UNREADABLE_BIRTH.contains(worker.flaw()))
                .toList();

        assertThat(workers).allSatisfy(worker -> {
            LocalDate birth = LocalDate.parse(worker.citizenNumber().substring(6, 14), BIRTH);
            int age = Period.between(birth, worker.period().atDay(1)).getYears();
            assertThat(age).isBetween(18, 49);
            if (age < 30) {
                assertThat(worker.incomeFen()).isBetween(400_000L, 600_000L);
            } else {
                assertThat(worker.incomeFen()).isBetween(200_000L, 400_000L);
            }
        });
        long young =
                workers.stream().filter(worker -> worker.incomeFen() > 400_000).count();
        assertThat(young).isBetween(350L, 450L);
    }

    @Property(tries = 10)
    void withholdsTwentyPerCentOfABaseWithinTheProvincesLimits(@ForAll long seed) {
        Map<String, Long> floors = Map.of("44", 477_500L, "51", 458_760L);
        Map<String, Long> ceilings = Map.of("44", 2_754_900L, "51", 2_293_800L);

        Population.generate(seed, 300).forEach(worker -> {
            boolean below = worker.baseFen() < floors.get(worker.province());
            assertThat(below).isEqualTo(worker.flaw() == Flaw.BASE_BELOW_FLOOR);
            assertThat(worker.baseFen()).isLessThanOrEqualTo(ceilings.get(worker.province()));
            if (worker.flaw() == Flaw.AMOUNT_ZERO) {
                assertThat(worker.amountFen()).isZero();
            } else {
                assertThat(worker.amountFen() * 5).isEqualTo(worker.baseFen());
            }
            assertThat(worker.mandateCapFen()).isPositive();
            assertThat(worker.mandateCapFen() < worker.amountFen()).isEqualTo(worker.flaw() == Flaw.CAP_TOO_LOW);
        });
    }

    @Property(tries = 10)
    void makesTenOfEachHundredWrongEachInItsOwnWay(@ForAll long seed, @ForAll @IntRange(max = 40) int hundreds) {
        Map<Flaw, Long> counts = Population.generate(seed, hundreds * 100)
                .collect(Collectors.groupingBy(SyntheticWorker::flaw, Collectors.counting()));

        for (Flaw flaw : Flaw.values()) {
            assertThat(counts.getOrDefault(flaw, 0L)).isEqualTo(flaw == Flaw.NONE ? 90L * hundreds : hundreds);
        }
    }

    @Property(tries = 10)
    void usesNamesThatSichuansCharsetHoldsUnlessFlawed(@ForAll long seed) {
        CharsetEncoder gbk = Charset.forName("GBK").newEncoder();

        Population.generate(seed, 300)
                .filter(worker -> worker.province().equals("51"))
                .forEach(worker ->
                        assertThat(gbk.canEncode(worker.name())).isEqualTo(worker.flaw() != Flaw.NAME_NOT_IN_GBK));
    }

    @Property(tries = 5)
    void borrowsAMandateOnlyFromARightWorkerOfTheSamePlatformAndProvince(@ForAll long seed) {
        List<SyntheticWorker> workers = Population.generate(seed, 2_000).toList();

        assertThat(workers).allSatisfy(worker -> {
            SyntheticWorker holder = workers.get(worker.mandateHolder());
            assertThat(holder == worker).isEqualTo(worker.flaw() != Flaw.MANDATE_OF_ANOTHER);
            if (holder != worker) {
                assertThat(holder.flaw()).isEqualTo(Flaw.NONE);
                assertThat(holder.platform()).isEqualTo(worker.platform());
                assertThat(holder.province()).isEqualTo(worker.province());
            }
        });
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text, BIRTH).isAfter(LocalDate.of(1970, 1, 1));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
