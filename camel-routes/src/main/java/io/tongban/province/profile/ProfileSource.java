package io.tongban.province.profile;

import io.tongban.province.ProvinceCode;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.FolderWatch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where profiles come from, to be read at the start and whenever they change.
 *
 * @param dialects that profiles may speak
 * @param properties what the placeholders of the files stand for
 * @param folder with more profiles than the shipped ones, if any
 * @param only the one province that is of interest; its files are those whose names begin with its code
 * @param aroundTheClock whether provinces are open at any hour, whatever their profiles say
 */
public record ProfileSource(
        Collection<DialectNeeds> dialects,
        Function<String, Optional<String>> properties,
        Optional<Path> folder,
        Optional<ProvinceCode> only,
        boolean aroundTheClock) {
    public ProfileSource {
        dialects = List.copyOf(dialects);
    }

    /** @throws DataFileException if one file is wrong, or two say different things of the same day */
    public Profiles read() {
        Profiles profiles = Profiles.read(dialects, properties, folder, only);
        return aroundTheClock ? profiles.aroundTheClock() : profiles;
    }

    /** Begins to watch the folder; so begin before the files are read. */
    public Optional<FolderWatch> watch() {
        return folder.map(FolderWatch::new);
    }
}
