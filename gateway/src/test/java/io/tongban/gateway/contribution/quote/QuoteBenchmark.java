package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A quote of all grades of one person, 1,200 people of five places in turn, beside the same table in a DMN engine: one
 * thread, one run, by CPU time. Ours says sources, split and retirement besides. {@code mvn -Pbenchmark -pl gateway
 * process-test-classes} runs it and prints both with the machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuoteBenchmark {
    private static final int PEOPLE = 1_200;
    private static final double TIMES = 10;
    private static final double A_SECOND = 200_000;

    private final List<Question> questions = new ArrayList<>();
    private PolicyBook book;
    private DecisionTable table;
    private int next;

    @Setup
    public void open() {
        book = Shipped.book();
        table = DecisionTable.open();
        for (int i = 0; i < PEOPLE; i++) {
            questions.add(Shipped.question(division(i), Relation.FLEXIBLE, "AAE140:110")
                    .born("%d-%02d".formatted(1977 + i % 25, 1 + i % 12), i % 2 == 0 ? "MALE" : "FEMALE")
                    .income(400_000 + i * 100L)
                    .build());
        }
    }

    private static String division(int person) {
        return DecisionTable.DIVISIONS.get(person % DecisionTable.DIVISIONS.size());
    }

    private int person() {
        next = (next + 1) % PEOPLE;
        return next;
    }

    @Benchmark
    public Object quote() {
        return QuoteCalculation.of(book, questions.get(person()));
    }

    @Benchmark
    public Object decisionTable() {
        return table.evaluated(division(person()));
    }

    /** Runs both and prints how often a second, and whether the goals are reached. */
    public static void main(String[] args) throws Exception {
        Map<String, Double> rates = new TreeMap<>();
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(QuoteBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .addProfiler(CpuRate.class)
                        .build())
                .run()) {
            rates.put(
                    run.getPrimaryResult().getLabel(),
                    run.getSecondaryResults().get(CpuRate.LABEL).getScore());
        }
        double ours = rates.getOrDefault("quote", 0.0);
        double engine = rates.getOrDefault("decisionTable", 0.0);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "%n%s, %d cores, JDK %s%n",
                machine(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        out.printf(Locale.ROOT, "all grades of one person, a CPU second: quote %,.0f, DMN %,.0f%n", ours, engine);
        out.printf(
                Locale.ROOT,
                "%.1f times the engine's rate (goal %.0f: %s); goal of %,.0f a CPU second: %s%n",
                ours / engine,
                TIMES,
                ours >= TIMES * engine ? "reached" : "MISSED",
                A_SECOND,
                ours >= A_SECOND ? "reached" : "MISSED");
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        if (!Files.exists(processors)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(processors)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
