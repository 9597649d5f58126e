package io.tongban.province.dialect.exchangedb;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Answer;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.DialectReply;
import io.tongban.province.dialect.exchangedb.ExchangeDatabase.Deadline;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a row there once, and looks at it until it is answered; an inquiry only looks, and once. */
final class RowExchange {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final ExchangeDatabase database;
    private final ProvinceProfile profile;

    RowExchange(ExchangeDatabase database, ProvinceProfile profile) {
        this.database = database;
        this.profile = profile;
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

    private static List<Map<Field, String>> entries(Session session, Statements statements, String serial)
            throws SQLException {
        if (statements.listed().isEmpty()) {
            return List.of();
        }
        List<Map<Field, String>> entries = session.entries(statements, serial);
        long insurances = entries.stream()
                .map(entry -> entry.getOrDefault(Field.INSURANCE, ""))
                .distinct()
                .count();
        if (insurances < entries.size()) {
            throw new CallFailed(UnknownCause.ROWS_DIFFER);
        }
        return entries;
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
