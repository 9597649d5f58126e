package io.tongban.gateway.platform.config;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several tables, inserted by one statement: one round trip and one plan for what belongs to one change. Each row
 * is inserted only if the one before it was, so that the first decides over all.
 */
public final class Inserts {
    private final List<String> statements = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, Supplier<? extends RuntimeException>> refusals = new HashMap<>();

    /**
     * Adds a row after those that were added before.
     *
     * @param statement {@code INSERT … SELECT … FROM before …}; {@code before.inserted} is 1 where the row before was
     *     inserted. Names of its values are its own: no other statement has the same
     */
    public Inserts add(String statement, Map<String, ? extends @Nullable Object> row) {
        statements.add(statement);
        row.forEach(this::put);
        return this;
    }

    private void put(String name, @Nullable Object value) {
        if (values.containsKey(name)) {
            throw new IllegalArgumentException("Two rows have a value " + name);
        }
        values.put(name, value);
    }

    /** What to throw if a row violates this unique constraint. */
    public Inserts refuse(String constraint, Supplier<? extends RuntimeException> problem) {
        refusals.put(constraint, problem);
        return this;
    }

    /** These, and after them the others. */
    public Inserts then(Inserts others) {
        statements.addAll(others.statements);
        others.values.forEach(this::put);
        refusals.putAll(others.refusals);
        return this;
    }

    /**
     * Inserts all of them, or none.
     *
     * @return false if the first row was not inserted ({@code ON CONFLICT DO NOTHING}), and so none
     */
    public boolean execute(Handle handle) {
        try (Update update = handle.createUpdate(statement())) {
            values.forEach((name, value) -> bind(update, name, value));
            return update.execute() > 0;
        } catch (JdbiException violation) {
            Supplier<? extends RuntimeException> problem =
                    refusals.get(Violations.uniqueConstraint(violation).orElse(""));
            throw problem == null ? violation : problem.get();
        }
    }

    /**
     * Inserts all of them with what is asked at the same time, which sees none of them: one round trip for a look and its
     * note.
     *
     * @param select {@code SELECT …}, whose values have names of their own
     */
    public Query with(Handle handle, String select) {
        Query query = handle.createQuery(named(statements.size()) + select);
        values.forEach((name, value) -> bind(query, name, value));
        return query;
    }

    private static void bind(SqlStatement<?> statement, String name, @Nullable Object value) {
        if (value == null) {
            // Of no type: one that comes and goes would have the statement prepared anew each time.
            statement.bindNull(name, Types.OTHER);
        } else {
            statement.bind(name, value);
        }
    }

    /** The last one reads the one before it, and so on: each runs when it is asked for, and exactly once. */
    private String statement() {
        int last = statements.size() - 1;
        return named(last) + after(last);
    }

    /** The first of them, each by its name. */
    private String named(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "WITH " : ", ")
                    .append("row_")
                    .append(i)
                    .append(" AS (")
                    .append(after(i))
                    .append(" RETURNING 1 AS inserted)\n");
        }
        return text.toString();
    }

    private String after(int place) {
        String before = place == 0 ? "(SELECT 1 AS inserted)" : "row_" + (place - 1);
        return statements.get(place).replace("FROM before", "FROM " + before + " AS before");
    }
}
