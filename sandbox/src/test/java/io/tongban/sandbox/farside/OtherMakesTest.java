package io.tongban.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.launcher.PostgresServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All twelve stand up beside each other, and what a gateway has to know of them is in their profiles. */
class OtherMakesTest {
    private static final Pattern ENDPOINT = Pattern.compile("(?m)^endpoint: \"(.*)\"$");
    private static final Pattern OPEN = Pattern.compile("\\$\\{(tongban\\.[^}:]+)");

    private static final Mistake STRANGE =
            new Mistake(Mistake.Kind.STRANGE, "261123UNASKED0000001", 100, LocalDate.of(2026, 11, 23));

    @TempDir
    Path folder;

    @Test
    void startsTwoOfEachDialectAndLeavesOnlySecretsOpenInTheirProfiles() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        try (PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"))) {
            try (OtherMakes others = OtherMakes.start(
                    Layout.ofThisCheckout().fromRoot(OtherMakes.SOURCES), postgres, profiles, folder.resolve("work"))) {
                assertThat(others.leftOut())
                        .as(".ci/run installs what they need")
                        .isEmpty();
                assertThat(others.running())
                        .extracting(OtherMake::code)
                        .containsExactlyInAnyOrder(
                                "96", "95", "84", "85", "86", "87", "93", "94", "88", "89", "82", "92");
                for (OtherMake each : others.running()) {
                    assertThat(each.booked()).as(each.code()).isEmpty();
                    assertThat(each.doubled()).as(each.code()).isZero();
                    each.mistake(List.of(STRANGE));
                    assertThat(each.booked())
                            .as("%s, whose book itself stays right", each.code())
                            .isEmpty();
                    each.mistake(List.of());
                }
                List<Path> written = files(profiles);
                assertThat(written).hasSize(12);
                for (Path profile : written) {
                    String text = Files.readString(profile);
                    assertThat(OPEN.matcher(text).results().map(found -> found.group(1)))
                            .as("%s", profile)
                            .isSubsetOf(OtherMakes.secrets().keySet());
                    assertThat(text).as("%s", profile).contains("  day-totals: {", "  day-items: {");
                    assertThat(answers(text)).as("%s", profile).isTrue();
                }
            }
            assertThat(files(profiles)).as("gone with them").isEmpty();
        }
    }

    private static boolean answers(String profile) throws Exception {
        Matcher endpoint = ENDPOINT.matcher(profile);
        assertThat(endpoint.find()).isTrue();
        try (Socket line = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(endpoint.group(1)).getPort())) {
            return line.isConnected();
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
