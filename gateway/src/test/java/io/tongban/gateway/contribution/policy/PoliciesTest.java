package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dated.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of a folder, replaced while the gateway runs: whole, or not at all. */
class PoliciesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String MORE = """
            scope: "44"
            entries:
              - id: 44-floor-guangzhou-2026
                rule: base-floor
                insurance: "AAE140:110"
                region: "4401"
                value: 5640.00
                valid-from: 2026-07-01
                known-from: 2026-11-28
                review-by: 2027-06-30
                mark: official
                source: "made up for a test"
            """;
    private static final RuleKey FLOOR = new RuleKey(Rule.BASE_FLOOR, "AAE140:110", "", "", "");

    private static final String NEWS = MORE.replace("2026-11-28", "2026-11-29");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-27T16:30:00Z");

    @Test
    void takesAnEntryThatIsAddedWhileItRuns() throws IOException {
        Policies policies = policies();
        assertThat(floor(policies)).isEqualTo("5510.00 yuan");

        int before = policies.book().entries().size();
        write("44-later.yaml", NEWS);
        policies.look();
        assertThat(policies.book().entries())
                .as("somebody may still be writing")
                .hasSize(before);
        policies.look();

        assertThat(policies.book().entries()).hasSize(before + 1);
        assertThat(floor(policies)).as("known from tomorrow").isEqualTo("5510.00 yuan");
        now = now.plus(Duration.ofDays(1));
        assertThat(floor(policies)).isEqualTo("5640.00 yuan");
        assertThat(policies.book().find("440103", FLOOR, TODAY, TODAY).standing())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("44-floor-guangzhou-2025"));
    }

    @Test
    void takesNoNewEntryThatIsSaidToBeKnownAlready() throws IOException {
        Policies policies = policies();
        int before = policies.book().entries().size();

        change(policies, "44-later.yaml", MORE);

        assertThat(policies.book().entries()).as("answers were given for today").hasSize(before);
        assertThat(floor(policies)).isEqualTo("5510.00 yuan");
        change(policies, "44-later.yaml", NEWS);
        assertThat(policies.book().entries()).hasSize(before + 1);
    }

    @Test
    void doesNotStartWithAnEntryOfTheFolderThatWasReleasedAndIsChangedOrGone() throws IOException {
        write("44-later.yaml", MORE);
        String digest = policies().book().entries().stream()
                .filter(entry -> entry.id().equals("44-floor-guangzhou-2026"))
                .map(PolicyEntry::digest)
                .findFirst()
                .orElseThrow();
        write("released.tsv", "# id and digest\n44-floor-guangzhou-2026 " + digest + "\n");
        assertThat(floor(policies())).isEqualTo("5640.00 yuan");

        write("44-later.yaml", MORE.replace("5640.00", "5650.00"));
        assertThatThrownBy(this::policies).hasMessageContaining("was released and is changed");
        Files.delete(folder.resolve("44-later.yaml"));
        assertThatThrownBy(this::policies).hasMessageContaining("is gone, but was released");
        write("released.tsv", "44-floor-guangzhou-2026\n");
        assertThatThrownBy(this::policies)
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("released.tsv:1: is not an id with its digest");
    }

    @Test
    void keepsTheOldOnesWhereTheNewOnesAreWrong() throws IOException {
        write("44-later.yaml", MORE);
        Policies policies = policies();

        change(policies, "44-later.yaml", MORE.replace("5640.00", "5640"));
        assertThat(floor(policies)).isEqualTo("5640.00 yuan");
        change(policies, "44-later.yaml", MORE.replace("5640.00", "5650.00"));
        assertThat(floor(policies)).as("an entry is never changed").isEqualTo("5640.00 yuan");
        change(policies, "44-later.yaml", "scope: \"44\"\nentries: []\n");
        assertThat(floor(policies)).as("nor removed").isEqualTo("5640.00 yuan");
    }

    @Test
    void doesNotStartWithAFileThatTakesAReleasedEntryAway() throws IOException {
        write("44-guangdong.yaml", MORE);

        assertThatThrownBy(this::policies)
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("is gone, but was released; put it back");
    }

    @Test
    void tellsHowManyDaysAreLeft() {
        Policies policies = policies();

        assertThat(policies.today()).isEqualTo(TODAY);
        assertThat(policies.daysLeft("44")).as("since 2026-06-30").isEqualTo(-151);
        assertThat(policies.daysLeft("99")).isNaN();
    }

    private Policies policies() {
        return new Policies(() -> Optional.of(folder), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    private static String floor(Policies policies) {
        return policies.book()
                .find("440103", FLOOR, policies.today(), policies.today())
                .standing()
                .orElseThrow()
                .valueText();
    }

    private void change(Policies policies, String file, String text) throws IOException {
        write(file, text);
        policies.look();
        policies.look();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
