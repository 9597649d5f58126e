package io.tongban.sandbox.demo;

import io.tongban.api.servicepoint.PointService;
import io.tongban.api.servicepoint.ServicePoint;
import io.tongban.api.servicepoint.ServicePointFile;
import io.tongban.api.servicepoint.ServicePointImport;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.ServicePointFiles;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.ServicePointQuery;
import io.tongban.sdk.Tongban;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Two banks' counters, and where a rider in Guangzhou can pay on a Tuesday morning. */
final class NearestCounter {
    /** A Tuesday, ten o'clock in China. */
    private static final Instant OPEN = Instant.parse("2026-12-01T02:00:00Z");

    private NearestCounter() {}

    static String told(SandboxStack stack) throws Exception {
        try (Tongban agency = Clients.client("tongban-agency", stack)) {
            StringBuilder text = new StringBuilder();
            for (String bank : ServicePointFiles.ALL) {
                ServicePointImport taken = agency.agency()
                        .importServicePoints(ServicePointFile.builder()
                                .owner(bank)
                                .lines(ServicePointFiles.of(bank))
                                .build());
                text.append(String.format(
                        Locale.ROOT,
                        "  %-14s %d branches, counters and terminals taken, %d refused%n",
                        bank,
                        taken.added() + taken.changed() + taken.unchanged(),
                        taken.refused()));
            }
            text.append("  to pay at, from the middle of Guangzhou, Tuesday 10:00\n");
            nearest(stack).forEach(point -> text.append(line(point)));
            return text.toString();
        }
    }

    /** As a platform asks for its rider: the agency's own token does not read. */
    private static List<ServicePoint> nearest(SandboxStack stack) throws Exception {
        try (Tongban platform = Clients.client(Population.platforms().get(0), stack)) {
            return platform.servicePoints()
                    .find(ServicePointQuery.near(23.12911, 113.26436)
                            .offering(PointService.PAY)
                            .openAt(OPEN)
                            .atMost(3));
        }
    }

    private static String line(ServicePoint point) {
        return String.format(
                Locale.ROOT,
                "  %5d m  %-8s %s, %s%n",
                point.distanceMetres(),
                point.kind(),
                point.name(),
                point.address());
    }
}
