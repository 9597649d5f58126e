package io.tongban.province.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What mediation costs: the CPU time of a withholding through profile, route and codec, beside that of the same bytes
 * through the bare transport, per dialect. The far side is in the same process and costs both the same. {@code mvn
 * -Pbenchmark -pl camel-routes} runs it and prints the table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class MediationBenchmark {
    @Param({"tcp", "soap", "exchangedb", "file", "queue", "rest"})
    private String dialect = "";

    @Param({"MEDIATED", "BARE"})
    private String way = "";

    private Course course;

    @Setup
    public void open() throws Exception {
        course = Course.of(dialect, Course.Way.valueOf(way), Files.createTempDirectory("mediation"));
    }

    @TearDown
    public void close() throws Exception {
        course.close();
    }

    @Benchmark
    public void withhold() throws Exception {
        course.run();
    }

    /** Runs all and prints, for each dialect, CPU microseconds a withholding: mediated, bare, and what lies between. */
    public static void main(String[] args) throws Exception {
        Options options = new OptionsBuilder()
                .include(MediationBenchmark.class.getName())
                .addProfiler(CpuTime.class)
                .build();
        Map<String, Map<Course.Way, Double>> cpu = new TreeMap<>();
        for (RunResult run : new Runner(options).run()) {
            String dialect = run.getParams().getParam("dialect");
            double micros = run.getSecondaryResults().get(CpuTime.LABEL).getScore();
            cpu.computeIfAbsent(dialect, none -> new EnumMap<>(Course.Way.class))
                    .put(Course.Way.valueOf(run.getParams().getParam("way")), micros / rows(dialect));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println();
        out.println("CPU a withholding, µs     mediated     bare   routes and codecs");
        cpu.forEach((dialect, by) -> {
            double mediated = by.get(Course.Way.MEDIATED);
            double bare = by.get(Course.Way.BARE);
            out.printf(
                    Locale.ROOT,
                    "%-20s %13.1f %8.1f %10.1f (%2.0f %%)%n",
                    dialect,
                    mediated,
                    bare,
                    mediated - bare,
                    100 * (mediated - bare) / mediated);
        });
    }

    private static int rows(String dialect) {
        return dialect.equals("file") ? FileCourse.ROWS : 1;
    }
}
