package io.tongban.sandbox.population;

import io.tongban.sandbox.province.DataFile;
import java.util.List;

/** The platforms and how the workers are spread over them. */
record Roster(List<Platform> platforms) {
    private static final Roster SHIPPED = DataFile.read("/population/platforms.yaml", Roster.class);

    Roster {
        platforms = List.copyOf(platforms);
        if (platforms.stream().mapToInt(Platform::workersOfFive).sum() != 5) {
            throw new IllegalArgumentException("the platforms must share five workers of five");
        }
    }

    static Roster shipped() {
        return SHIPPED;
    }

    /** Repeats every five workers. */
    Platform of(int index) {
        int place = index % 5;
        for (Platform platform : platforms) {
            place -= platform.workersOfFive();
            if (place < 0) {
                return platform;
            }
        }
        throw new IllegalStateException("five of five are shared out");
    }
}
