package io.tongban.gateway.contribution.enrolment;

import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was changed of a person's insurances, by insurance; those of which nothing was changed are missing. */
public record InsuranceHistories(Map<InsuranceKind, InsuranceHistory> histories) {
    public static final InsuranceHistories NONE = new InsuranceHistories(Map.of());

    private static final String CHANGES =
            "string_agg(c.insurance || ' ' || c.change || ' ' || c.from_month || ' ' || c.state, ',' ORDER BY c.number)";
    private static final String COUNTING = " AND c.state <> 'REFUSED' AND c.change <> 'CORRECT' ";

    /** As a column of a query, for the person and the province that it names; {@link #read} reads it. */
    public static String column(String person, String province) {
        return "(SELECT " + CHANGES + " FROM insurance_change c WHERE c.person_id = " + person + " AND c.province = "
                + province + COUNTING + ")";
    }

    public InsuranceHistories {
        histories = Map.copyOf(histories);
    }

    /** @param column as {@link #column} gives it; null where nothing was changed */
    public static InsuranceHistories read(@Nullable String column) {
        Map<InsuranceKind, InsuranceHistory> histories = new HashMap<>();
        if (column != null) {
            for (String change : column.split(",", -1)) {
                String[] parts = change.split(" ", -1);
                InsuranceKind insurance = new InsuranceKind(parts[0]);
                histories.put(
                        insurance,
                        histories
                                .getOrDefault(insurance, InsuranceHistory.EMPTY)
                                .and(new InsuranceHistory.Change(
                                        InsuranceChange.valueOf(parts[1]),
                                        YearMonth.parse(parts[2]),
                                        parts[3].equals("CONFIRMED"))));
            }
        }
        return new InsuranceHistories(histories);
    }

    public static InsuranceHistories find(Handle handle, String personId, ProvinceCode province) {
        return read(handle.createQuery("SELECT " + column(":person", ":province"))
                .bind("person", personId)
                .bind("province", province.value())
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** Of persons, by person and province; those of whom nothing was changed are missing. */
    public static Map<String, Map<ProvinceCode, InsuranceHistories>> find(Handle handle, Collection<String> personIds) {
        return handle.createQuery("SELECT c.person_id, c.province, " + CHANGES
                        + " AS changes FROM insurance_change c WHERE c.person_id = ANY (:persons)" + COUNTING
                        + "GROUP BY c.person_id, c.province")
                .bindArray("persons", String.class, personIds.toArray())
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.computeIfAbsent(row.getColumn("person_id", String.class), person -> new HashMap<>())
                            .put(
                                    new ProvinceCode(row.getColumn("province", String.class)),
                                    read(row.getColumn("changes", String.class)));
                    return found;
                });
    }

    /** At each province where the person is enrolled, also where nothing was changed. */
    public static Map<ProvinceCode, InsuranceHistories> find(Handle handle, String personId) {
        return handle.createQuery("SELECT e.province, " + column(":person", "e.province") + """
                         AS changes FROM (SELECT DISTINCT province FROM enrolment
                                           WHERE person_id = :person AND state = 'ENROLLED') e
                        """)
                .bind("person", personId)
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(
                            new ProvinceCode(row.getColumn("province", String.class)),
                            read(row.getColumn("changes", String.class)));
                    return found;
                });
    }

    public InsuranceHistory of(InsuranceKind insurance) {
        return histories.getOrDefault(insurance, InsuranceHistory.EMPTY);
    }
}
