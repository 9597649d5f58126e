package io.tongban.sandbox.chaos;

import io.tongban.sandbox.province.InsuranceEntry;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One pause for each worker whose province can, among the withholdings: the gateway's against the provinces' books, by
 * serial.
 */
final class Pauses {
    private static final int MOST_NOTES = 20;

    private final DataSource database;
    private final Plan plan;

    Pauses(DataSource database, Plan plan) {
        this.database = database;
        this.plan = plan;
    }

    private record Entry(String serial, String state) {}

    /** How the two books compare. */
    record Compared(long unresolved, long lost, long doubled, List<String> notes) {}

    static String reference(String run, Insured insured) {
        return "pause-" + run + insured.index;
    }

    long unresolved() throws SQLException {
        return entries().values().stream().filter(entry -> !isFinal(entry)).count();
    }

    Compared compared(List<Simulator> provinces) throws SQLException {
        Map<String, Simulator> byCode =
                provinces.stream().collect(Collectors.toMap(Simulator::provinceCode, province -> province));
        Map<String, Entry> entries = entries();
        List<String> notes = new ArrayList<>();
        long unresolved = 0;
        long lost = 0;
        long doubled = 0;
        for (Insured insured : plan.workers) {
            if (insured.ofOtherMake) {
                continue;
            }
            Simulator province = byCode.get(insured.province);
            if (province == null) {
                throw new IllegalStateException("no province " + insured.province);
            }
            List<String> there = province.ledger().changesOf(insured.citizenNumber).stream()
                    .filter(change -> change.change() == Transaction.PAUSE)
                    .map(InsuranceEntry::serial)
                    .toList();
            @Nullable Entry ours = entries.get(reference(plan.run, insured));
            unresolved += ours != null && !isFinal(ours) ? 1 : 0;
            doubled += Math.max(0, there.size() - 1);
            boolean same = ours != null && ours.state().equals("CONFIRMED") && there.contains(ours.serial());
            lost += same ? 0 : 1;
            if ((!same || there.size() > 1) && notes.size() < MOST_NOTES) {
                notes.add(insured.province + ": pause of worker " + insured.index + " is "
                        + (ours == null ? "unknown" : ours.state()) + ", and " + there.size() + " are in the books");
            }
        }
        return new Compared(unresolved, lost, doubled, notes);
    }

    private static boolean isFinal(Entry entry) {
        return entry.state().equals("CONFIRMED") || entry.state().equals("REFUSED");
    }

    private Map<String, Entry> entries() throws SQLException {
        Map<String, Entry> entries = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select partner_reference, serial, state from insurance_change where partner_reference like ?")) {
            select.setString(1, "pause-" + plan.run + "%");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.put(rows.getString(1), new Entry(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return entries;
    }
}
