package io.tongban.gateway.edge.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The paths of the contract, read from the document that the gateway serves. Other paths may hold anything. */
@ApplicationScoped
class RouteTemplates {
    static final String NONE = "none";
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    /** Longer than any path of the contract; what is longer is not looked at. */
    private static final int LONGEST = 512;

    private final Map<Integer, List<List<String>>> bySegments;

    RouteTemplates() {
        this(paths());
    }

    RouteTemplates(List<String> paths) {
        // "search" is looked at before "{workerId}".
        bySegments = paths.stream()
                .map(RouteTemplates::segments)
                .sorted(Comparator.comparingLong(RouteTemplates::parameters))
                .collect(groupingBy(List::size));
    }

    /** The template that the path follows, or {@code none}. */
    String of(String path) {
        if (path.length() > LONGEST) {
            return NONE;
        }
        List<String> given = segments(path);
        return bySegments.getOrDefault(given.size(), List.of()).stream()
                .filter(template -> follows(given, template))
                .findFirst()
                .map(template -> String.join("/", template))
                .orElse(NONE);
    }

    private static boolean follows(List<String> path, List<String> template) {
        for (int i = 0; i < path.size(); i++) {
            if (!isParameter(template.get(i)) && !template.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long parameters(List<String> template) {
        return template.stream().filter(RouteTemplates::isParameter).count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static List<String> paths() {
        try (InputStream document = RouteTemplates.class.getResourceAsStream("/META-INF/openapi.yaml");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(document, "META-INF/openapi.yaml"), UTF_8))) {
            return lines.lines()
                    .map(PATH::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
