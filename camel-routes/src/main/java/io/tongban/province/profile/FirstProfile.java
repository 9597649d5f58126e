package io.tongban.province.profile;

import io.tongban.province.ProvinceCode;
import io.tongban.province.dated.DataFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the first profile of a province after a shipped one, for somebody to go through line by line. */
public final class FirstProfile {
    private static final String SCHEMA = "profile.schema.json";
    private static final Pattern FILE = Pattern.compile("([0-9]{2})-([a-z][a-z0-9-]*)\\.yaml");
    /** Of each dialect the one with the most to copy from. */
    private static final Map<String, String> MODELS =
            Map.of("soap", "44", "tcp", "51", "exchangedb", "43", "file", "34", "queue", "41", "rest", "33");

    private static final Map<String, String> PARTS = Map.of(
            "codes:", "Your codes for Tongban's words, and the code system that they come from.",
            "return-codes:",
                    "What your return codes mean. ok: booked for good. A refusal: nothing is booked, ever. All else:"
                            + " pending or uncertain.",
            "head:", "What stands around each request and each reply, in this order.",
            "transactions:", "Your transactions: online, batch, manual or none, and what stands where.");

    private FirstProfile() {}

    /**
     * @param file to be written, {@code 99-name.yaml}
     * @param like a dialect, or the code of a shipped province
     * @throws IllegalArgumentException if that cannot be, with what to write instead
     */
    public static void write(Path file, String like, LocalDate today) throws IOException {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "a profile's file is named by its code and a name: -Dprofile=folder/99-name.yaml");
        }
        String text = text(model(like), name.group(1), name.group(2), today);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(file + " is there already, and is left as it is; name another", e);
        }
        Path schema = folder.resolve(SCHEMA);
        if (!Files.exists(schema)) {
            Files.writeString(schema, shipped(SCHEMA), StandardCharsets.UTF_8);
        }
    }

    private static String model(String like) {
        String code = MODELS.getOrDefault(like, like);
        return shipped("index")
                .lines()
                .filter(line -> line.startsWith(code + "-"))
                .findFirst()
                .map(FirstProfile::shipped)
                .orElseThrow(() -> new IllegalArgumentException("\"" + like
                        + "\" is neither a dialect nor the code of a shipped province; write -Dnew=tcp or -Dnew=44"));
    }

    private static String text(String model, String code, String name, LocalDate today) {
        String theirs = value(model, "(?m)^code: \"([0-9]{2})\"");
        String english = value(model, "(?m)^name: \\{zh: [^,]+, en: ([^}]+)}");
        String ours = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        StringBuilder text = new StringBuilder();
        boolean head = true;
        for (String line : model.split("\n", -1)) {
            if (head && line.startsWith("code:")) {
                text.append("# First profile of ")
                        .append(ours)
                        .append(", after the invented one of ")
                        .append(english);
                text.append(
                        ": go through each line with your\n# specification. camel-routes/ONBOARDING.md says how.\n");
                head = false;
            }
            if (!head || !line.startsWith("# ") || line.contains("$schema") || line.startsWith("# A layout line")) {
                String part = PARTS.get(line.replaceAll("#.*", "").strip());
                if (part != null && !line.startsWith(" ")) {
                    text.append("# ").append(part).append('\n');
                }
                text.append(line).append('\n');
            }
        }
        return text.substring(0, text.length() - 1)
                .replace("code: \"" + theirs + "\"", "code: \"" + new ProvinceCode(code) + "\"")
                .replaceFirst("(?m)^name: .*", "name: {zh: " + ours + ", en: " + ours + "}     # zh as it is written")
                .replaceFirst("(?m)^valid: .*", "valid: {from: " + today + "}")
                .replace("tongban.province." + theirs + ".", "tongban.province." + code + ".")
                .replace("sandbox " + theirs, ours);
    }

    private static String value(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("a shipped profile without " + pattern);
        }
        return found.group(1);
    }

    private static String shipped(String name) {
        return DataFiles.shipped(FirstProfile.class, "/provinces/", name);
    }
}
