package io.tongban.province.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One shipped profile for a test of its dialect, whatever others are shipped beside it. */
public final class OneProfile {
    private OneProfile() {}

    /** @param property what every placeholder stands for */
    public static ProvinceProfile shipped(String file, DialectNeeds needs, String property) {
        return edited(file, "", "", needs, property);
    }

    public static ProvinceProfile edited(String file, String old, String now, DialectNeeds needs, String property) {
        try (InputStream in = OneProfile.class.getResourceAsStream("/provinces/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = old.isEmpty() ? text : text.replace(old, now);
            return new ProfileReader(List.of(needs), name -> Optional.of(property)).read(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
