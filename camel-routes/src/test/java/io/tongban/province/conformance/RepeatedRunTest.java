package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuredPerson;
import io.tongban.province.farside.KeepingProvince;
import io.tongban.province.farside.TcpStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agency gives a few test persons, and the command is run with them again and again. */
class RepeatedRunTest {
    /** The stub does not offer them, whatever the profile says. */
    private static final List<String> NOT_HERE = List.of("query status", "day totals", "day items");

    @TempDir
    Path folder;

    private final TcpStub stub = new TcpStub();
    private final KeepingProvince province = new KeepingProvince();
    private CommandRun command;

    @BeforeEach
    void begin() throws IOException {
        stub.script = province;
        TestPersons made = new TestPersons(Optional.empty(), 0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            InsuredPerson person = made.next();
            lines.add(person.citizenNumber() + "," + person.name() + "," + person.mobile());
        }
        command = run(Files.write(folder.resolve("persons.csv"), lines));
    }

    private CommandRun run(Path persons) {
        CommandRun run = new CommandRun(folder);
        run.give("patience", "PT0.5S");
        run.drive("51", stub.endpoint());
        run.give("persons", persons.toString());
        return run;
    }

    @AfterEach
    void end() throws IOException {
        stub.close();
    }

    @Test
    void threeRunsEndAlike() throws Exception {
        passes();
        passes();
        assertThat(province.months).contains("202610", "202609").doesNotContain("202608");
        passes();
        assertThat(province.months).contains("202608");
        assertThat(province.persons()).hasSizeGreaterThan(15).allMatch(person -> person.name.equals("测试员"));
    }

    @Test
    void someRowsMeetThePersonsWhomTheyMetInAWholeRun() throws Exception {
        passes();
        command.give("only", "pause");
        passes();
        command.give("only", "withhold");
        passes();
        command.give("only", "");
        passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {KeepingProvince.PAUSE, KeepingProvince.END})
    void aRunThatWasEndedAfterAChangeIsMendedByTheNext(String change) throws Exception {
        passes();
        province.leave(change);
        passes();
        passes();
    }

    @Test
    void aRunThatWasEndedAfterACorrectionIsMendedByTheNext() throws Exception {
        passes();
        province.persons().forEach(person -> person.name = "测试改");
        passes();
        assertThat(province.persons()).allMatch(person -> person.name.equals("测试员"));
    }

    /** As after a run for a month of its own, which need not be an early one. */
    @Test
    void whatWasChangedFromALaterMonthIsChangedFromThereAgain() throws Exception {
        command.give("period", "2026-11");
        passes();
        province.leave(KeepingProvince.PAUSE);
        command = run(folder.resolve("persons.csv"));
        passes();
    }

    @Test
    void theNameIsCorrectedBackAlsoWhenNothingCouldBeWithheldUnderTheNewOne() throws Exception {
        province.unlucky = "测试改";

        assertThat(failed()).contains("correct name and mobile");

        assertThat(province.persons()).allMatch(person -> person.name.equals("测试员"));
    }

    @Test
    void saysThatThePersonsHavePaidEveryMonthThatTheProvinceTakes() throws Exception {
        province.earliest = "202610";
        passes();

        assertThat(command.run())
                .filteredOn(finding -> finding.check().name().equals("withhold"))
                .first()
                .extracting(finding -> finding.verdict().seen())
                .isEqualTo("the first test person has paid every month that the province takes (2026-09 ended refused:"
                        + " not-eligible (B003)); give others, or -Dperiod=");
    }

    @Test
    void saysWhichPersonIsMissing() throws Exception {
        command = run(Files.writeString(folder.resolve("few.csv"), "119999198001010018,测试员,13900000001\n".repeat(3)));

        assertThat(command.run())
                .filteredOn(finding -> finding.check().name().equals("register again"))
                .singleElement()
                .extracting(finding -> finding.verdict().seen())
                .isEqualTo("there are not enough test persons: this row takes the one in line 4; give 40");
    }

    private void passes() throws IOException {
        assertThat(failed()).as(command.printed()).isEmpty();
    }

    private List<String> failed() throws IOException {
        return command.run().stream()
                .filter(Finding::failed)
                .map(finding -> finding.check().name())
                .filter(name -> !NOT_HERE.contains(name))
                .toList();
    }
}
