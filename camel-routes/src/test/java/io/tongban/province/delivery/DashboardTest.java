package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard draws only what is there to draw: a panel with a misspelt name would just stay empty. */
class DashboardTest {
    private static final Path DASHBOARD = Path.of("docs/grafana/provinces.json");
    private static final Pattern METRIC = Pattern.compile("tongban_[a-z_]+");
    private static final Pattern LABELS = Pattern.compile("by \\(([a-z, ]+)\\)|[{,]([a-z]+)[=!]~?\"");
    /** What the gateway shows of its outbox and of days. */
    private static final Map<String, Set<String>> OF_THE_GATEWAY = Map.of(
            "tongban_reconciliation_days", Set.of("state"),
            "tongban_reconciliation_overdue", Set.of("province"),
            "tongban_outbox_depth", Set.of("lane"),
            "tongban_outbox_oldest_seconds", Set.of("lane"),
            "tongban_outbox_overdue_seconds", Set.of("lane"));

    @TempDir
    Path folder;

    @Test
    void namesOnlyMetricsAndLabelsThatTheCodeRegisters() throws IOException {
        Map<String, Set<String>> known = new TreeMap<>(OF_THE_GATEWAY);
        known.putAll(registered());
        List<String> queries = queries();

        assertThat(queries).isNotEmpty().allSatisfy(query -> {
            Set<String> metrics = found(METRIC, query);
            assertThat(known).containsKeys(metrics.toArray(String[]::new));
            metrics.forEach(metric -> assertThat(known.get(metric)).containsAll(found(LABELS, query)));
        });
        assertThat(found(METRIC, String.join(" ", queries)))
                .contains(
                        "tongban_province_calls_seconds_count",
                        "tongban_province_calls_seconds_bucket",
                        "tongban_province_breaker",
                        "tongban_province_in_flight",
                        "tongban_province_turned_away_total",
                        "tongban_province_profiles_refused_total");
    }

    private static List<String> queries() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> queries = new ArrayList<>(dashboard.findValuesAsText("expr"));
        queries.addAll(dashboard.findValuesAsText("definition"));
        return queries;
    }

    /** Each metric that a link registers, by the name that Prometheus gives it, with its labels. */
    private Map<String, Set<String>> registered() throws IOException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Passing time = new Passing();
        try (TcpStub province = new TcpStub();
                ProvinceLink link = new Links(folder)
                        .edit("51-sichuan.yaml", "failures: 1000", "failures: 1")
                        .set("tongban.province.51.endpoint", province.endpoint())
                        .ticker(time)
                        .meters(meters)
                        .open()) {
            province.script = (request, out, socket) -> {};
            link.send(Samples.withhold(Samples.SICHUAN));
            link.send(Samples.withhold(Samples.SICHUAN));
        }
        Map<String, Set<String>> names = new TreeMap<>();
        for (Meter meter : meters.getMeters()) {
            String name = meter.getId().getName().replaceAll("[.-]", "_");
            Set<String> labels = new TreeSet<>();
            meter.getId().getTags().forEach(tag -> labels.add(tag.getKey()));
            switch (meter.getId().getType()) {
                case TIMER -> {
                    names.put(name + "_seconds_count", labels);
                    Set<String> withBound = new TreeSet<>(labels);
                    withBound.add("le");
                    names.put(name + "_seconds_bucket", withBound);
                }
                case COUNTER -> names.put(name + "_total", labels);
                default -> names.put(name, labels);
            }
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String group = matcher.groupCount() == 0
                    ? matcher.group()
                    : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            found.addAll(List.of(group.split(", ")));
        }
        return found;
    }
}
