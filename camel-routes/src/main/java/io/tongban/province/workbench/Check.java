package io.tongban.province.workbench;

import io.tongban.province.ProvinceRoutes;
import io.tongban.province.profile.FirstProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The command that checks a profile without any network: see {@code ONBOARDING.md}. */
public final class Check {
    private Check() {}

    /** Ends with status 0 if the profile is right, 1 if it is not, 2 if it could not begin. */
    public static void main(String[] none) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status;
        try {
            status = run(Given::fromSystem, out, Clock.systemUTC());
        } catch (IOException | RuntimeException e) {
            System.err.println("The check cannot begin: " + e.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    static int run(Function<String, Optional<String>> given, PrintStream out, Clock clock) throws IOException {
        Path profile = Path.of(given.apply("profile")
                .orElseThrow(() -> new IllegalArgumentException("name the profile: -Dprofile=99-name.yaml")));
        Optional<String> answer = given.apply("answer");
        Optional<String> like = given.apply("new");
        if (like.isPresent()) {
            FirstProfile.write(profile, like.get(), LocalDate.now(clock.withZone(ProvinceProfile.ZONE)));
            out.println("Written: " + profile + ", after the shipped profile of " + like.get() + ".");
        }
        try (Workbench bench =
                ProvinceRoutes.builder().properties(given).clock(clock).workbench()) {
            Checked checked = answer.isEmpty()
                    ? bench.check(profile)
                    : bench.answer(
                            profile,
                            given.apply("command").orElse("withhold"),
                            given.apply("serial"),
                            Files.readAllBytes(Path.of(answer.get())));
            out.print(checked.text());
            checked.mistakes().forEach(out::println);
            if (checked.mistakes().isEmpty() && answer.isEmpty()) {
                out.println("\nAll is right.");
            }
            return checked.mistakes().isEmpty() ? 0 : 1;
        }
    }
}
