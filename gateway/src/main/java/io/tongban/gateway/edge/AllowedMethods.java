package io.tongban.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of each path of the contract, for the Allow field that a 405 must have; RESTEasy does not tell them. */
@ApplicationScoped
class AllowedMethods {
    private static final String CONTRACT = "META-INF/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private @Nullable List<Template> templates;

    private record Template(Pattern path, Set<String> methods) {}

    /** The field's value; empty if the path is none of the contract, or another method is not what is wrong. */
    String of(String path) {
        Set<String> methods = new TreeSet<>();
        for (Template template : templates()) {
            if (template.path().matcher(path).matches()) {
                methods.addAll(template.methods());
            }
        }
        return String.join(", ", methods);
    }

    /** Read when it is asked for: few ever send a wrong method. */
    private synchronized List<Template> templates() {
        if (templates == null) {
            templates = read();
        }
        return templates;
    }

    private static List<Template> read() {
        try (InputStream contract = AllowedMethods.class.getClassLoader().getResourceAsStream(CONTRACT)) {
            List<Template> found = new ArrayList<>();
            new YAMLMapper()
                    .readTree(contract)
                    .path("paths")
                    .properties()
                    .forEach(path -> found.add(new Template(pattern(path.getKey()), methods(path.getValue()))));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^/}]+}", "[^/]+"));
    }

    private static Set<String> methods(JsonNode operations) {
        Set<String> methods = new TreeSet<>();
        operations.fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                methods.add(name.toUpperCase(Locale.ROOT));
            }
        });
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
