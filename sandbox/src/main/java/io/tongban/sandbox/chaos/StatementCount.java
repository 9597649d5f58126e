package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements of the gateway, and transactions that it begins, for a withholding with its outcome, read from the log that
 * PostgreSQL writes while it is asked to. What the gateway does when nobody asks is subtracted.
 */
final class StatementCount {
    /** Name of an application whose statements are left out. */
    static final String NOT_COUNTED = "bench";

    private static final long IDLE_MILLIS = 5_000;
    private static final String MARK = "counted gateway ";
    private static final Pattern STATEMENT = Pattern.compile(".* LOG:  (execute [^:]+|statement): ?(?<text>.*)");
    /** They frame a transaction, or set up a connection. */
    private static final Pattern FRAME = Pattern.compile("(?i)(begin|commit|rollback|set)\\b.*");

    private final SandboxStack stack;
    private final PrintStream out;
    private final int withholdings;

    StatementCount(SandboxStack stack, PrintStream out, int withholdings) {
        this.stack = stack;
        this.out = out;
        this.withholdings = withholdings;
    }

    private record Seen(long statements, long transactions) {}

    void run(Callable<?> work) throws Exception {
        tell(
                "alter system set log_statement = 'all'",
                "alter system set log_line_prefix = 'counted %d %a '",
                "select pg_reload_conf()");
        try {
            Seen start = seen();
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            Seen idle = seen();
            long began = System.nanoTime();
            work.call();
            double idleTimes = (System.nanoTime() - began) / 1e6 / IDLE_MILLIS;
            Seen end = seen();
            out.printf(
                    Locale.ROOT,
                    "a withholding over SOAP takes %.1f statements in %.2f transactions%n",
                    (end.statements - idle.statements - idleTimes * (idle.statements - start.statements))
                            / withholdings,
                    (end.transactions - idle.transactions - idleTimes * (idle.transactions - start.transactions))
                            / withholdings);
        } finally {
            tell("alter system reset log_statement", "alter system reset log_line_prefix", "select pg_reload_conf()");
        }
    }

    private Seen seen() throws IOException {
        Path log = stack.folder().resolve("postgres.log");
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            List<String> texts = lines.filter(line -> line.startsWith(MARK) && !line.startsWith(MARK + NOT_COUNTED))
                    .map(STATEMENT::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group("text"))
                    .toList();
            return new Seen(
                    texts.stream()
                            .filter(text -> !FRAME.matcher(text).matches())
                            .count(),
                    texts.stream()
                            .filter(text -> text.equalsIgnoreCase("begin"))
                            .count());
        }
    }

    private void tell(String... statements) throws SQLException {
        try (Connection connection = stack.postgres().dataSource("gateway").getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
