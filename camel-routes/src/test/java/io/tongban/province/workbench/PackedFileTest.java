package io.tongban.province.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is packed is shown twice: by its rows, and as it lies on the server. */
class PackedFileTest {
    private static final String PACKED = "which goes out packed or encrypted:\n";

    @TempDir
    Path folder;

    @Test
    void whatIsShownUnpacksToTheRowsThatAreShown() throws IOException {
        String shipped = Links.shipped("34-anhui.yaml");
        Path profile = Files.writeString(
                folder.resolve("34-anhui.yaml"), shipped.replace("\noptions:\n", "\noptions:\n  packed: gzip\n"));
        String withhold = check(profile).split("\nwithhold: ", 2)[1];
        String[] shown = withhold.split("\n\n", 2)[0].split(PACKED, 2);

        byte[] packed = octets(shown[1]);

        assertThat(packed).startsWith(0x1f, 0x8b);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(octets(shown[0].substring(shown[0].indexOf("text\n") + 5)));
    }

    @Test
    void whatGoesOutAsItIsIsShownOnce() throws IOException {
        Path profile = Files.writeString(folder.resolve("34-anhui.yaml"), Links.shipped("34-anhui.yaml"));

        assertThat(check(profile)).doesNotContain(PACKED);
    }

    private static String check(Path profile) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int status = Check.run(
                name -> Optional.ofNullable(
                        Map.of("profile", profile.toString()).get(name)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Samples.CLOCK);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        return text;
    }

    /** The column of a ruler. */
    private static byte[] octets(String ruler) {
        return HexFormat.of()
                .parseHex(ruler.lines()
                        .filter(line -> line.length() > 36)
                        .map(line -> line.substring(36, Math.min(line.length(), 36 + 47)))
                        .collect(Collectors.joining())
                        .replace(" ", ""));
    }
}
