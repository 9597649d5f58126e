package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.Withheld;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a room would do for its subjects, on one small table; a booking is of 100 fen. */
final class BookTask implements ProvinceOperation {
    static final String KIND = "province.test";

    private static final InsuredPerson PERSON = new InsuredPerson("11010519491231002X", "李一", "13900000017");

    private final Death death;

    BookTask(Jdbi jdbi, Death death) {
        this.death = death;
        jdbi.useHandle(handle -> handle.execute(
                "create table subject (id text primary key, state text not null, settled integer not null default 0)"));
    }

    static void insert(Handle handle, String subjectId) {
        handle.execute("insert into subject (id, state) values (?, 'ACCEPTED')", subjectId);
    }

    /** The state, and how often the subject was settled. */
    static String state(Jdbi jdbi, String subjectId) {
        return jdbi.withHandle(handle -> handle.select("select state || settled from subject where id = ?", subjectId)
                .mapTo(String.class)
                .one());
    }

    static String serial(String subjectId) {
        return "SERIAL" + subjectId;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<ProvinceCommand> command(Handle handle, String subjectId) {
        return handle.select("select id from subject where id = ? and settled = 0", subjectId)
                .mapTo(String.class)
                .findOne()
                .map(id -> new ProvinceCommand.Register(
                        new ProvinceCode("44"), serial(id), PERSON, ProvinceCommand.Place.WORK_PLACE));
    }

    @Override
    public boolean inSets() {
        return true;
    }

    @Override
    public void sending(Handle handle, String subjectId) {
        change(handle, subjectId, "IN_PROCESS", 0);
        death.at("sending");
    }

    @Override
    public boolean settle(Handle handle, String subjectId, ProvinceReply reply) {
        if (match(handle, subjectId, reply) != OutcomeMatch.SETTLES) {
            return false;
        }
        change(handle, subjectId, reply instanceof ProvinceReply.Accepted ? "CONFIRMED" : "REFUSED", 1);
        death.at("settle");
        return true;
    }

    @Override
    public ReviewTask.Kind taskKind() {
        return ReviewTask.Kind.WITHHOLDING;
    }

    @Override
    public String partner(Handle handle, String subjectId) {
        return "meitu-delivery";
    }

    @Override
    public void awaitReview(Handle handle, String subjectId) {
        change(handle, subjectId, "AWAITING_REVIEW", 0);
        death.at("await review");
    }

    @Override
    public Optional<String> subjectOf(Handle handle, ProvinceCode province, String serial) {
        return handle.select("select id from subject where 'SERIAL' || id = ? and ? = '44'", serial, province.value())
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public OutcomeMatch match(Handle handle, String subjectId, ProvinceReply reply) {
        String state = held(handle, subjectId);
        if (reply instanceof ProvinceReply.Pending) {
            return OutcomeMatch.SAYS_NOTHING;
        }
        String said = reply instanceof ProvinceReply.Accepted ? "CONFIRMED" : "REFUSED";
        boolean open = !state.equals("CONFIRMED") && !state.equals("REFUSED");
        boolean differs = reply instanceof ProvinceReply.Accepted accepted
                && accepted.detail() instanceof Withheld withheld
                && withheld.amountFen() != 100;
        if (open) {
            return differs ? OutcomeMatch.DIFFERS : OutcomeMatch.SETTLES;
        }
        return said.equals(state) ? OutcomeMatch.REPEATS : OutcomeMatch.CONTRADICTS;
    }

    @Override
    public OutcomeMatch matchReversal(Handle handle, String subjectId) {
        return held(handle, subjectId).equals("REVERSED") ? OutcomeMatch.REPEATS : OutcomeMatch.SETTLES;
    }

    @Override
    public void reverse(Handle handle, String subjectId, Instant at) {
        change(handle, subjectId, "REVERSED", 1);
        death.at("reverse");
    }

    static void change(Handle handle, String subjectId, String state, int settled) {
        handle.execute("update subject set state = ?, settled = settled + ? where id = ?", state, settled, subjectId);
    }

    static String held(Handle handle, String subjectId) {
        return handle.select("select state from subject where id = ? for update", subjectId)
                .mapTo(String.class)
                .one();
    }
}
