package io.tongban.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A partner tells older from newer by the revision, so no statement may change what bears one and not count it. Each table
 * that any statement updates stands in one of the lists here, so a new one asks its author.
 */
class RevisionTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern UPDATE = Pattern.compile(
            "(?i)(?<!for )(?<!do )\\bupdate\\s+([a-z_]+)\\s+(?:[a-z]\\s+)?set\\s+(.{0,60})", Pattern.DOTALL);

    /** By the table that bears the revision. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("worker", "worker"),
            Map.entry("enrolment", "enrolment"),
            Map.entry("mandate", "mandate"),
            Map.entry("withholding", "withholding"),
            Map.entry("insurance_change", "insurance_change"),
            Map.entry("payout", "payout"),
            Map.entry("contribution_part", "payout"),
            Map.entry("reconciliation_day", "reconciliation_day"),
            Map.entry("partner", "partner"),
            Map.entry("counter_operator", "counter_operator"));

    /** The state says how often it has changed: each changes once, or step by step. */
    private static final Set<String> COUNTED_BY_STATE = Set.of("review_task", "approval", "risk_case");

    /** With a row that is counted in the same transaction: the operator's, and the payout's. */
    private static final Set<String> COUNTED_BESIDE = Set.of("counter_operator_key", "counter_payment");

    /** The contract says so of the history. */
    private static final Set<String> SHOWN_UNCOUNTED = Set.of("delivery_step");

    /** What is shown of them is an end or a note, absent before: a row that has it is the later one. */
    private static final Set<String> ENDED =
            Set.of("stop", "certification", "reconciliation_difference", "webhook_event");

    private static final Set<String> SEEN_BY_NOBODY = Set.of(
            "webhook_delivery",
            "event_feed",
            "cover_run",
            "contribution_month",
            "audit",
            "outbox",
            "spool_line",
            "spool_file",
            "counter_books",
            "service_point_revision",
            "idempotency");

    /** How something is dealt with inside, and in which day's books it stands. */
    private static final List<String> UNSEEN_CHANGES = List.of(
            "enrolment at_province = ",
            "enrolment answer_due = ",
            "withholding taken_back_at = ",
            "contribution_part booked_state = p.state",
            "reconciliation_day next_look = ",
            "reconciliation_day looks_without_list = ",
            "reconciliation_day overdue = ");

    private static final Pattern WRITTEN_OVER =
            Pattern.compile("(?is)insert\\s+into\\s+([a-z_]+)(?:(?!insert\\s+into).)*?\\bdo\\s+update\\b");

    /** Seen by nobody; or, as an alert and a service point, each time anew with no older answer to compare it with. */
    private static final Set<String> WRITTEN_OVER_UNCOUNTED = Set.of(
            "paid_through_there",
            "paid_there",
            "spool_transfer_lease",
            "reconciliation_item",
            "reconciliation_difference",
            "risk_counter",
            "partner_alert",
            "service_point");

    /** @param statement the whole of what is executed, other parts of it among them */
    private record Update(String file, String table, String set, String statement) {
        boolean isUnseen() {
            return UNSEEN_CHANGES.stream().anyMatch((table + " " + set)::startsWith);
        }

        boolean isCounted() {
            return Pattern.compile("(?is)\\bupdate\\s+" + SHOWN.get(table)
                            + "\\s+set\\s+([a-z_]+ = [^;]*)?\\brevision = revision \\+ 1\\b")
                    .matcher(statement)
                    .find();
        }
    }

    @Test
    void everyUpdateCountsTheRevision() throws IOException {
        List<Update> shown = updates().stream()
                .filter(update -> SHOWN.containsKey(update.table()))
                .toList();

        assertThat(shown.stream().map(Update::table).collect(Collectors.toSet()))
                .isEqualTo(SHOWN.keySet());
        assertThat(shown).allMatch(update -> update.isUnseen() || update.isCounted());
    }

    @Test
    void whoeverUpdatesANewTableSaysWhetherItIsShown() throws IOException {
        Set<String> known = Stream.of(
                        SHOWN.keySet(), COUNTED_BY_STATE, COUNTED_BESIDE, SHOWN_UNCOUNTED, ENDED, SEEN_BY_NOBODY)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(updates().stream().map(Update::table).collect(Collectors.toSet()))
                .isEqualTo(known);
    }

    @Test
    void whatIsWrittenOverCountsTheRevisionToo() throws IOException {
        List<String> counted = statements()
                .filter(statement -> WRITTEN_OVER
                        .matcher(statement.text())
                        .results()
                        .anyMatch(found -> !WRITTEN_OVER_UNCOUNTED.contains(found.group(1))))
                .map(Statement::text)
                .toList();

        assertThat(counted).singleElement().asString().contains("revision = province_control.revision + 1");
    }

    private static List<Update> updates() throws IOException {
        return statements()
                .flatMap(statement -> UPDATE.matcher(statement.text())
                        .results()
                        .map(found -> new Update(
                                statement.file(),
                                found.group(1).toLowerCase(Locale.ROOT),
                                found.group(2),
                                statement.text())))
                .toList();
    }

    private record Statement(String file, String text) {}

    private static Stream<Statement> statements() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(each -> each.toString().endsWith(".java"))
                    .flatMap(RevisionTest::statementsOf)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Statement> statementsOf(Path file) {
        try {
            String name = file.getFileName().toString();
            return Stream.of(Files.readString(file, UTF_8).split(";\\R")).map(text -> new Statement(name, text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
