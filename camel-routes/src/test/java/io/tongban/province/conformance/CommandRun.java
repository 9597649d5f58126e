package io.tongban.province.conformance;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.farside.Dongting;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command with what a test gives it, and what it prints. */
final class CommandRun {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> given = new HashMap<>();
    private final Path folder;
    private final Clock clock;

    /** On the day of the samples. */
    CommandRun(Path folder) {
        this(folder, Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Samples.CLOCK.instant())));
    }

    /** @param folder in which it writes its report */
    CommandRun(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        give("report", folder.resolve("report").toString());
    }

    /** @param name of an argument or a property */
    void give(String name, String value) {
        given.put(name, value);
    }

    /** @param name what stands behind {@code tongban.province.NN.} */
    void giveProvince(String province, String name, String value) {
        give("tongban.province." + province + "." + name, value);
    }

    /** Whom it drives, with the password by which its stub knows us. */
    void drive(String province, String endpoint) {
        drive(province, endpoint, "secret-of-" + province);
    }

    void drive(String province, String endpoint, String password) {
        give("province", province);
        giveProvince(province, "endpoint", endpoint);
        giveProvince(province, "password", password);
    }

    /** A province of a profile of its own, in whose database names are written as in no other. */
    void driveDongting(String endpoint, String password) {
        Dongting.links(folder, endpoint);
        give("profiles", folder.toString());
        drive("98", endpoint, password);
    }

    /** A link to the same far side, for what the command does not look at. */
    ProvinceLink open() {
        return ProvinceRoutes.builder()
                .properties(name -> Optional.ofNullable(given.get(name)))
                .profilesFolder(Optional.of(Path.of(given.get("profiles"))))
                .onlyProvince(new ProvinceCode(given.get("province")))
                .aroundTheClock(true)
                .spool(new MemorySpool().tendedElsewhere(true))
                .clock(clock)
                .build();
    }

    List<Finding> run() throws IOException {
        return new Conformance(
                        Arguments.of(name -> Optional.ofNullable(given.get(name))),
                        name -> Optional.ofNullable(given.get(name)),
                        clock,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
