package io.tongban.province.profile;

import io.tongban.province.Configured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One shipped profile for a test of its dialect, whatever others are shipped beside it. */
public final class OneProfile {
    private OneProfile() {}

    /** @param property what every placeholder stands for */
    public static ProvinceProfile shipped(String file, DialectNeeds needs, String property) {
        return edited(file, "", "", needs, property);
    }

    /** With what stands for properties in {@link Configured}. */
    public static ProvinceProfile edited(String file, String old, String now, List<DialectNeeds> dialects) {
        return edited(file, text -> text.replace(old, now), dialects);
    }

    /** The same for more than one change. */
    public static ProvinceProfile edited(String file, UnaryOperator<String> edit, List<DialectNeeds> dialects) {
        return read(file, edit, new ProfileReader(dialects, Configured::property));
    }

    public static ProvinceProfile edited(String file, String old, String now, DialectNeeds needs, String property) {
        return read(
                file,
                text -> old.isEmpty() ? text : text.replace(old, now),
                new ProfileReader(List.of(needs), name -> Optional.of(property)));
    }

    /** A profile that is not shipped, with what stands for properties in {@link Configured}. */
    public static ProvinceProfile read(String text, List<DialectNeeds> dialects) {
        return new ProfileReader(dialects, name -> Configured.property(name.replaceFirst("[0-9]{2}", "34")))
                .read("test.yaml", text);
    }

    private static ProvinceProfile read(String file, UnaryOperator<String> edit, ProfileReader reader) {
        try (InputStream in = OneProfile.class.getResourceAsStream("/provinces/" + file)) {
            return reader.read(file, edit.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
