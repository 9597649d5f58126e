package io.tongban.sandbox.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How hard, how long.
 *
 * @param aSecond withholdings that platforms begin each second
 * @param trouble how long each trouble lasts
 * @param calm between two of them
 * @param disk folder on a small file system, where the database's data are and which one trouble fills; without it that
 *     trouble is left out
 * @param only how the name of the one trouble begins that is tried; all if it is empty
 */
record FailureSettings(int aSecond, Duration trouble, Duration calm, Optional<Path> disk, String only) {
    /** {@code -Dchaos.failures.rate=100 -Dchaos.failures.trouble=PT15S -Dchaos.failures.calm=PT15S -Dchaos.failures.disk=…}. */
    static FailureSettings fromSystem() {
        return new FailureSettings(
                Integer.getInteger("chaos.failures.rate", 20),
                Duration.parse(System.getProperty("chaos.failures.trouble", "PT4S")),
                Duration.parse(System.getProperty("chaos.failures.calm", "PT4S")),
                Optional.ofNullable(System.getProperty("chaos.failures.disk")).map(Path::of),
                System.getProperty("chaos.failures.only", ""));
    }

    int months() {
        long troubles = disk.isPresent() ? 6 : 5;
        // Restarts take some seconds beside.
        return (int) (aSecond * (troubles * (trouble.plus(calm).toSeconds() + 25) + 30));
    }
}
