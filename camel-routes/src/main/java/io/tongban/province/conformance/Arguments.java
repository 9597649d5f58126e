package io.tongban.province.conformance;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the command is told, as system properties or environment variables ({@code tongban.province.44.password} is also
 * {@code TONGBAN_PROVINCE_44_PASSWORD}, so that no secret need stand on a command line).
 *
 * @param province two digits
 * @param profiles folder with profiles of one's own, beside the shipped ones
 * @param sandbox the control address that the sandbox prints, for simulated provinces
 * @param persons file of test persons
 * @param patience how long a command may take to its outcome
 * @param report folder for {@code conformance-NN.xml} and {@code conformance-NN.html}
 * @param only a part of the names of the checks that are driven; empty for all
 * @param period the month that is withheld for; else last month, or the first before it that is not paid
 */
record Arguments(
        ProvinceCode province,
        Optional<Path> profiles,
        Optional<URI> sandbox,
        Optional<Path> persons,
        Duration patience,
        Path report,
        String only,
        Optional<YearMonth> period,
        Bench.Order order) {
    static Arguments of(Function<String, Optional<String>> given) {
        ProvinceCode province = new ProvinceCode(given.apply("province")
                .orElseThrow(() -> new IllegalArgumentException("name the province: -Dprovince=44")));
        return new Arguments(
                province,
                given.apply("profiles").map(Path::of),
                given.apply("sandbox").map(URI::create),
                given.apply("persons").map(Path::of),
                given.apply("patience").map(Duration::parse).orElse(Duration.ofSeconds(60)),
                Path.of(given.apply("report").orElse("target/conformance")),
                given.apply("only").orElse(""),
                given.apply("period").map(Arguments::month),
                new Bench.Order(
                        province,
                        new InsuranceKind(given.apply("insurance").orElse("AAE140:110")),
                        fen(given, "base", 800_000),
                        fen(given, "amount", 160_000),
                        given.apply("payer").orElse("91110108551385082Q")));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a period is written -Dperiod=2026-10", e);
        }
    }

    private static long fen(Function<String, Optional<String>> given, String name, long usual) {
        return given.apply(name).map(Long::parseLong).orElse(usual);
    }
}
