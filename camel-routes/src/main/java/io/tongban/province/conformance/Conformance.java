package io.tongban.province.conformance;

import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.workbench.Given;
import io.tongban.province.workbench.ShortSpool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The conformance command: see {@code ONBOARDING.md}. */
public final class Conformance {
    private final Arguments arguments;
    private final Function<String, Optional<String>> properties;
    private final Clock clock;
    private final PrintStream out;

    Conformance(Arguments arguments, Function<String, Optional<String>> properties, Clock clock, PrintStream out) {
        this.arguments = arguments;
        this.properties = properties;
        this.clock = clock;
        this.out = out;
    }

    /** Ends with status 0 if nothing failed, 1 if something did, 2 if it could not begin. */
    public static void main(String[] none) {
        int status;
        try {
            Arguments arguments = Arguments.of(Given::fromSystem);
            List<Finding> findings = new Conformance(arguments, Given::fromSystem, Clock.systemUTC(), System.out).run();
            status = findings.stream().anyMatch(Finding::failed) ? 1 : 0;
        } catch (IOException | RuntimeException e) {
            System.err.println("The checks cannot begin: " + e.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    /** Runs every check, prints the matrix and writes both reports. */
    List<Finding> run() throws IOException {
        Optional<FarSide> farSide = arguments
                .sandbox()
                .map(control -> new FarSide(control, arguments.province().value()));
        Map<String, String> known = farSide.isPresent() ? farSide.get().properties() : Map.of();
        Exchanges exchanges = new Exchanges();
        ReplyBox replies = new ReplyBox(exchanges);
        ShortSpool spool = new ShortSpool(clock);
        ProvinceRoutes routes = ProvinceRoutes.builder()
                .properties(name -> properties.apply(name).or(() -> Optional.ofNullable(known.get(suffix(name)))))
                .profilesFolder(arguments.profiles())
                .onlyProvince(arguments.province())
                .aroundTheClock(true)
                .inbox(replies)
                .spool(spool)
                .clock(clock);
        Obstacles obstacles = new Obstacles(routes, arguments.province());
        Optional<String> obstacle = obstacles.atTheBeginning();
        // The profile is needed for the report all the same; but nothing may sign in any more.
        obstacle.ifPresent(any -> spool.rest());
        try (ProvinceLink link = routes.build()) {
            ProvinceFacts facts = link.facts(arguments.province())
                    .orElseThrow(() -> new IllegalArgumentException("there is no profile of " + arguments.province()));
            TestPersons persons = persons();
            Months months = new Months(arguments.period(), persons.comeAgain(), clock);
            Bench bench = new Bench(
                    arguments.order(), farSide, link, replies, exchanges, persons, clock, arguments.patience(), months);
            Findings findings = checked(bench, facts, obstacle, obstacles);
            report(facts, findings);
            return findings.all();
        }
    }

    private static String suffix(String property) {
        return property.replaceFirst("^tongban\\.province\\.[0-9]{2}\\.", "");
    }

    /** Two runs on one day meet different people, unless they are seconds apart. */
    private TestPersons persons() throws IOException {
        int start = Math.toIntExact(clock.instant().getEpochSecond() % 40_000) * 150;
        return new TestPersons(arguments.persons(), start);
    }

    /** Stops at the first cause that fails all others. */
    private Findings checked(Bench bench, ProvinceFacts facts, Optional<String> atFirst, Obstacles obstacles) {
        List<Check> checks = all(facts);
        requireChosen(checks);
        Findings findings = new Findings(out);
        reach(findings, atFirst);
        for (Check check : checks) {
            if (!isChosen(check) || findings.skips(check)) {
                continue;
            }
            bench.persons().beginRow(checks.indexOf(check));
            long begin = System.nanoTime();
            Verdict verdict = verdict(bench, check);
            Optional<String> obstacle = obstacles.after(bench);
            Verdict told = obstacle.<Verdict>map(Verdict.Failed::new).orElse(verdict);
            String exchange = bench.exchanges();
            Finding finding = new Finding(
                    check,
                    told,
                    Duration.ofNanos(System.nanoTime() - begin),
                    told instanceof Verdict.Failed ? exchange : "");
            if (obstacle.isPresent()) {
                findings.addLast(finding);
            } else {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static List<Check> all(ProvinceFacts facts) {
        List<Check> all = new ArrayList<>(Commands.all());
        all.addAll(Changes.all());
        all.addAll(TypicalFaults.of(facts.dialect()));
        return all;
    }

    private boolean isChosen(Check check) {
        return check.name().contains(arguments.only());
    }

    private void requireChosen(List<Check> all) {
        if (all.stream().noneMatch(this::isChosen)) {
            throw new IllegalArgumentException("no check is named like -Donly=" + arguments.only() + "; the names are "
                    + all.stream().map(Check::name).distinct().toList());
        }
    }

    private static void reach(Findings findings, Optional<String> obstacle) {
        Check check = new Check("reach", "address, TLS, sign-in and folders as the profile says", bench -> {
            throw new IllegalStateException("driven before the bench stands");
        });
        Verdict verdict = Verdict.that(obstacle.isEmpty(), obstacle.orElse("as far as can be seen"));
        Finding finding = new Finding(check, verdict, Duration.ZERO, "");
        if (obstacle.isPresent()) {
            findings.addLast(finding);
        } else {
            findings.add(finding);
        }
    }

    private static Verdict verdict(Bench bench, Check check) {
        try {
            return check.procedure().run(bench);
        } catch (RuntimeException e) {
            return new Verdict.Failed(String.valueOf(e.getMessage()));
        }
    }

    private void report(ProvinceFacts facts, Findings findings) throws IOException {
        Path folder = Files.createDirectories(arguments.report());
        String name = "conformance-" + facts.code();
        Matrix matrix = new Matrix(facts, clock.instant(), findings.all(), findings.end());
        Files.writeString(folder.resolve(name + ".xml"), JunitReport.of(matrix));
        Files.writeString(folder.resolve(name + ".html"), HtmlReport.of(matrix));
        out.println();
        out.println(matrix.summary());
        out.println("Reports: " + folder.resolve(name + ".html") + ", " + folder.resolve(name + ".xml"));
    }
}
