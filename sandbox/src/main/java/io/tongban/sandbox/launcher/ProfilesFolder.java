package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.DataFile;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of profiles, for which a stack runs in place of all that it brings along. A profile that leaves its address
 * to {@code tongban.province.CODE.endpoint} is simulated, unless that is set; any other is called where it says. The
 * simulator is described by {@code simulators/CODE.yaml} in the folder, or else is the sandbox's own of that code. One
 * whose profile asks for TLS, such as {@code tls://${tongban.province.51.endpoint}}, is called over TLS.
 *
 * @param endpoints address of each profile's province as its file says it, by code
 */
record ProfilesFolder(Path folder, Map<String, String> endpoints) {
    private static final String SIMULATORS = "simulators";
    private static final Pattern ASKS_FOR_TLS = Pattern.compile("^(https|tls)://|[?&]sslmode=verify-full");

    ProfilesFolder {
        endpoints = Map.copyOf(endpoints);
    }

    /** @throws IOException if the folder, or a profile in it, cannot be read, or there is none */
    static ProfilesFolder of(Path folder) throws IOException {
        Map<String, String> endpoints = new TreeMap<>();
        for (Path file : profiles(folder)) {
            Map<?, ?> profile = DataFile.read(file, Map.class);
            if (!(profile.get("code") instanceof String code)
                    || !(profile.get("endpoint") instanceof String endpoint)) {
                throw new IOException(file + " has no code, or no endpoint; write both as text");
            }
            endpoints.put(code, endpoint);
        }
        if (endpoints.isEmpty()) {
            throw new IOException(folder + " has no profile; put CODE-name.yaml there");
        }
        return new ProfilesFolder(folder, endpoints);
    }

    private static List<Path> profiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** @param isSet whether the gateway will find a property in its environment */
    List<SimulatedProvince> simulated(Predicate<String> isSet) {
        return endpoints.keySet().stream()
                .sorted()
                .filter(code -> isLeftOpen(code) && !isSet.test(property(code)))
                .flatMap(code -> simulator(code).stream())
                .toList();
    }

    /** Codes of those whose address asks for TLS by what stands around the property that it is left to. */
    Set<String> overTls() {
        return endpoints.entrySet().stream()
                .filter(each -> ASKS_FOR_TLS.matcher(each.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isLeftOpen(String code) {
        return endpoints.getOrDefault(code, "").contains("${" + property(code));
    }

    private static String property(String code) {
        return "tongban.province." + code + ".endpoint";
    }

    private Optional<SimulatedProvince> simulator(String code) {
        Path own = folder.resolve(SIMULATORS).resolve(code + ".yaml");
        if (Files.isRegularFile(own)) {
            return Optional.of(DataFile.read(own, SimulatedProvince.class));
        }
        return Simulators.provinces().contains(code) ? Optional.of(SimulatedProvince.named(code)) : Optional.empty();
    }
}
