package io.tongban.province.conformance;

import io.tongban.province.InsuredPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;

/**
 * People to test with. A province's own test system brings a file, one person a line: {@code citizen number,name,mobile}.
 * Without one, numbers are made up under a division code that was never given (GB 11643), so they are nobody's.
 */
final class TestPersons {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1980, 1, 1);
    private static final int A_DAY = 900;

    private static final String NOWHERE = "119999";
    private final Optional<Queue<InsuredPerson>> given;
    private int made;

    /** @param start where to begin counting, so that two runs meet different people */
    TestPersons(Optional<Path> file, int start) throws IOException {
        this.made = start;
        this.given = file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
    }

    private static Queue<InsuredPerson> read(Path file) throws IOException {
        Queue<InsuredPerson> persons = new ArrayDeque<>();
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

    /** @throws IllegalStateException if the file has no more */
    InsuredPerson next() {
        return next("测试员");
    }

    /** One with this name, where names can be chosen. */
    InsuredPerson next(String name) {
        if (given.isPresent()) {
            InsuredPerson person = given.get().poll();
            if (person == null) {
                throw new IllegalStateException("there are not enough test persons; give about 60");
            }
            return person;
        }
        made++;
        String seventeen = NOWHERE
                + DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_BIRTH.plusDays(made / A_DAY))
                + String.format(Locale.ROOT, "%03d", made % A_DAY);
        return new InsuredPerson(withCheck(seventeen), name, String.format(Locale.ROOT, "139%08d", made));
    }

    boolean canBeNamed() {
        return given.isEmpty();
    }

    private static String withCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
