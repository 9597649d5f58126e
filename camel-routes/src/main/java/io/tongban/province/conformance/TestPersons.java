package io.tongban.province.conformance;

import io.tongban.province.InsuredPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * People to test with. A province's own test system brings a file, one person a line: {@code citizen number,name,mobile}.
 * They come again in the next run, so each row meets the one of its own place, whichever rows are driven. Without a
 * file, numbers are made up under a division code that was never given (GB 11643), so they are nobody's.
 */
final class TestPersons {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1980, 1, 1);
    private static final int A_DAY = 900;

    private static final String NOWHERE = "119999";
    private static final int FINDS_THE_MONTH = 0;
    private static final int STRANGER = 1;
    private static final int FIRST_OF_ROWS = 2;

    private final Optional<List<InsuredPerson>> given;
    private int at = FIRST_OF_ROWS;
    private int made;

    /** @param start where to begin counting, so that two runs meet different people */
    TestPersons(Optional<Path> file, int start) throws IOException {
        this.made = start;
        this.given = file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
    }

    private static List<InsuredPerson> read(Path file) throws IOException {
        List<InsuredPerson> persons = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(",", -1);
            if (parts.length == 3) {
                persons.add(new InsuredPerson(parts[0].strip(), parts[1].strip(), parts[2].strip()));
            } else if (!line.isBlank()) {
                throw new IOException(file + ": a line is \"citizen number,name,mobile\"");
            }
        }
        return persons;
    }

    /** @param row its place among all, driven or not, from 0 on */
    void beginRow(int row) {
        at = FIRST_OF_ROWS + row;
    }

    /**
     * The one of this row.
     *
     * @throws IllegalStateException if the file has no more
     */
    InsuredPerson next() {
        return next("测试员");
    }

    /** One with this name, where names can be chosen. */
    InsuredPerson next(String name) {
        return given.isPresent() ? given(at++) : made(name);
    }

    /** The one whose month all others take: no row changes or renames this one. */
    InsuredPerson whoFindsTheMonth() {
        return given.isPresent() ? given(FINDS_THE_MONTH) : made("测试员");
    }

    /** One whom nobody registers. */
    InsuredPerson stranger() {
        return given.isPresent() ? given(STRANGER) : made("测试员");
    }

    private InsuredPerson given(int place) {
        List<InsuredPerson> persons = given.orElseThrow();
        if (place >= persons.size()) {
            throw new IllegalStateException(
                    "there are not enough test persons: this row takes the one in line " + (place + 1) + "; give 40");
        }
        return persons.get(place);
    }

    private InsuredPerson made(String name) {
        made++;
        String seventeen = NOWHERE
                + DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_BIRTH.plusDays(made / A_DAY))
                + String.format(Locale.ROOT, "%03d", made % A_DAY);
        return new InsuredPerson(withCheck(seventeen), name, String.format(Locale.ROOT, "139%08d", made));
    }

    boolean canBeNamed() {
        return given.isEmpty();
    }

    /** Whether other runs have met them, and will. */
    boolean comeAgain() {
        return given.isPresent();
    }

    private static String withCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
