package io.tongban.province.conformance;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.SoapStub;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command meets systems that are not finished; it must not lock the account that it was given. */
class SignInsOfARunTest {
    @TempDir
    Path reports;

    @Test
    void aRunThatCannotReadTheSignInSignsInThreeTimesAtMost() throws Exception {
        try (SoapStub province = new SoapStub()) {
            province.signIn = (http, request) -> reply(http, 200, envelope("<html>maintenance</html>"));
            Map<String, String> given = Map.of(
                    "province", "44",
                    "patience", "PT0.5S",
                    "report", reports.toString(),
                    "tongban.province.44.endpoint", province.endpoint(),
                    "tongban.province.44.password", "secret-of-44");

            List<Finding> findings = new Conformance(
                            Arguments.of(name -> Optional.ofNullable(given.get(name))),
                            name -> Optional.ofNullable(given.get(name)),
                            Clock.systemUTC(),
                            new PrintStream(OutputStream.nullOutputStream()))
                    .run();

            assertThat(findings).anyMatch(Finding::failed);
            assertThat(province.requests).hasSizeBetween(1, 3);
        }
    }
}
