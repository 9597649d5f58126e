package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Amounts;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.dialect.exchangedb.ExchangeDatabase.Deadline;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.ProvinceProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a row there once, and looks at it until it is answered; an inquiry only looks, and once. */
final class RowExchange {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final ExchangeDatabase database;
    private final ProvinceProfile profile;
    private final Amounts amounts;

    RowExchange(ExchangeDatabase database, ProvinceProfile profile) {
        this.database = database;
        this.profile = profile;
        this.amounts = new Amounts(profile, MoneyFormat.YUAN);
    }

    /** @throws CallFailed if no one can say what became of it */
    DialectReply exchange(ExchangeRequest request) {
        Statements statements = new Statements(profile, request);
        return database.call((session, deadline) -> {
            if (request.isInquiry()) {
                return look(session, statements, request);
            }
            session.insertOnce(
                    statements, profile.formats().written(request.command().serial()), request.values());
            Duration pause = FIRST_PAUSE;
            DialectReply reply = look(session, statements, request);
            while (reply instanceof DialectReply.NotYet && !deadline.isOver()) {
                rest(pause, deadline);
                pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
                reply = look(session, statements, request);
            }
            return reply;
        });
    }

    private DialectReply look(Session session, Statements statements, ExchangeRequest request) throws SQLException {
        String serial = profile.formats().written(request.about().serial());
        List<ExchangeRow> rows = session.rows(statements, serial);
        if (rows.isEmpty() && request.isInquiry()) {
            return new DialectReply.NeverArrived();
        }
        Optional<Map<Field, String>> answer = new RowReader(profile, request).answer(rows);
        if (answer.isEmpty()) {
            return new DialectReply.NotYet(null);
        }
        boolean ok = profile.meansOk(answer.get().getOrDefault(Field.RETURN_CODE, ""));
        return new Answer(answer.get(), ok ? entries(session, statements, serial) : List.of());
    }

    private List<Map<Field, String>> entries(Session session, Statements statements, String serial)
            throws SQLException {
        if (statements.listed().isEmpty()) {
            return List.of();
        }
        List<Map<Field, String>> entries = session.entries(statements, serial);
        long different = entries.stream().map(RowExchange::about).distinct().count();
        if (different < entries.size()) {
            throw new CallFailed(UnknownCause.ROWS_DIFFER);
        }
        entries.forEach(entry -> entry.replaceAll(
                (field, text) -> field.money() && !text.isEmpty() ? amounts.wholeFen(field, text) : text));
        return entries;
    }

    /** What an entry says something of: two that say it of the same contradict each other. */
    private static List<String> about(Map<Field, String> entry) {
        return Stream.of(Field.INSURANCE, Field.COMMAND, Field.ASKED_SERIAL)
                .map(field -> entry.getOrDefault(field, ""))
                .toList();
    }

    private static void rest(Duration pause, Deadline deadline) {
        try {
            Thread.sleep(Math.max(1, shorter(pause, deadline.left()).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(UnknownCause.INTERRUPTED);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
