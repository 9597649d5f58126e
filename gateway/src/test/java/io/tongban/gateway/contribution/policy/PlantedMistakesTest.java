package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dated.DataFileException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk can get wrong is told with file, line and what to write instead. */
class PlantedMistakesTest {
    static final String RIGHT = """
            scope: "44"
            name: {zh: 广东, en: Guangdong}
            entries:
              - id: 44-floor-2025
                rule: base-floor
                insurance: "AAE140:110"
                region: "4401"
                value: 5510.00
                valid-from: 2025-07-01
                valid-to: 2026-06-30
                known-from: 2025-08-15
                review-by: 2026-06-30
                mark: official
                source: "Guangdong, notice of limits from 2025-07"
              - id: 44-floor-2026
                rule: base-floor
                insurance: "AAE140:110"
                region: "4401"
                value: 5640.00
                valid-from: 2026-07-01
                known-from: 2026-08-15
                review-by: 2027-06-30
                mark: official
                source: "Guangdong, notice of limits from 2026-07"
            """;

    @Test
    void isRightWithoutThem() {
        assertThat(PolicyFiles.compiled(Map.of("44-guangdong.yaml", RIGHT)).entries())
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            value: 5510.00                  | value: 5510                   | :8: "entries[0].value" is not an amount in yuan; write two decimals, such as 5510.00
            value: 5510.00                  | value: 5,510.00               | :8: "entries[0].value" is not an amount in yuan; write two decimals
            value: 5510.00                  | state: zero                   | :8: "entries[0].state" is not a state; write a value, or one of [zero-by-law
            value: 5510.00                  | note: none                    | :4: "entries[0]" has to have either a value or a state; write one of them
            valid-from: 2025-07-01          | valid-from: 2025-7-1          | :9: "entries[0].valid-from" is not a date; write 2026-01-31
            valid-from: 2025-07-01          | valid-from: 2026-02-29        | :9: "entries[0].valid-from" is not a date; write 2026-01-31
            valid-to: 2026-06-30            | valid-to: 2025-06-30          | :10: "entries[0].valid-to" is before valid-from; write a later day
            valid-to: 2026-06-30            | valid-to: 2026-07-31          | :15: "44-floor-2026" overlaps "44-floor-2025", which is valid to 2026-07-31; begin it on 2026-08-01
            valid-to: 2026-06-30            | valid-to: 2026-05-31          | :15: "44-floor-2026" leaves a gap after "44-floor-2025"; begin it on 2026-06-01
            valid-from: 2026-07-01          | valid-from: 2026-09-01        | :15: "44-floor-2026" leaves a gap after "44-floor-2025"; begin it on 2026-07-01
            id: 44-floor-2026               | id: 44-floor-2025             | :15: "44-floor-2025" is at 44-guangdong.yaml:4, too; choose another id
            id: 44-floor-2026               | id: 31-floor-2026             | :15: "entries[1].id" does not begin with the file's scope; write 44-
            source: "Guangdong, notice of limits from 2025-07" | source: "-" | :14: "entries[0].source" names no source; write who says so and when
            valid-to: 2026-06-30            | valid-until: 2026-06-30       | :10: "entries[0].valid-until" is not known here; remove it
            mark: official                  | mark: certain                 | :13: "entries[0].mark" is not known: "certain"; write one of [official, third-party, assumed]
            rule: base-floor                | rule: floor                   | :5: "entries[0].rule" is not known: "floor"; write one of [average-wage
            insurance: "AAE140:110"         | insurance: 110                | :6: "entries[0].insurance" is no insurance with its code system; write AAE140:110
            region: "4401"                  | region: "3101"                | :7: "entries[0].region" lies in another province; write a region that begins with 44
            review-by: 2026-06-30           | review-by: 2024-06-30         | :12: "entries[0].review-by" is before valid-from; write when to look at it again
            review-by: 2026-06-30           | reviewed-by: 2026-06-30       | :4: "entries[0]" lacks "review-by"; add it
            """)
    void isTold(String right, String wrong, String message) {
        String text = RIGHT.replaceFirst(Pattern.quote(right), wrong);
        assertThat(text).isNotEqualTo(RIGHT);

        assertThatThrownBy(() -> PolicyFiles.compiled(Map.of("44-guangdong.yaml", text)))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("44-guangdong.yaml" + message);
    }

    @Test
    void aSecondEntryOfTheSameDayNeedsALaterKnownFrom() {
        String twice =
                RIGHT.replace("                valid-to: 2026-06-30\n", "").replace("2026-07-01", "2025-07-01");
        String text = twice.replace("    valid-to: 2026-06-30\n", "").replace("2026-08-15", "2025-08-15");

        assertThatThrownBy(() -> PolicyFiles.compiled(Map.of("44-guangdong.yaml", text)))
                .hasMessageContaining("both begin on the same day; give a correction a later known-from");
    }
}
