package io.tongban.province.dated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads on after a mistake, so that whoever writes a file is told of all at once, and not of one a try. */
public final class Mistakes {
    private final List<DataFileException> found = new ArrayList<>();

    /** What the reader makes of it; empty, and noted, if it cannot. */
    public <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (DataFileException e) {
            found.add(e);
            return Optional.empty();
        }
    }

    /** The same of one entry, whose keys are then no one's concern any more. */
    public <T> Optional<T> read(YamlEntry entry, Function<YamlEntry, T> reader) {
        Optional<T> value = read(() -> reader.apply(entry));
        if (value.isEmpty()) {
            entry.excuse();
        }
        return value;
    }

    /** @throws DataFileException if there was any mistake */
    public void tell() {
        if (found.size() == 1) {
            throw found.get(0);
        }
        if (!found.isEmpty()) {
            throw DataFileException.of(found);
        }
    }

    /**
     * Reads each of a list.
     *
     * @throws DataFileException of all that could not be read
     */
    public static <T> List<T> each(List<YamlEntry> entries, Function<YamlEntry, T> reader) {
        Mistakes mistakes = new Mistakes();
        List<T> values = new ArrayList<>();
        entries.forEach(entry -> mistakes.read(entry, reader).ifPresent(values::add));
        mistakes.tell();
        return values;
    }
}
