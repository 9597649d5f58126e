package io.tongban.gateway.dispatch;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a room would do for its subjects, on one small table. */
final class BookTask implements ProvinceTask {
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

    static String state(Jdbi jdbi, String subjectId) {
        return jdbi.withHandle(handle -> handle.select("select state || settled from subject where id = ?", subjectId)
                .mapTo(String.class)
                .one());
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
                        new ProvinceCode("44"), "SERIAL" + id, PERSON, ProvinceCommand.Place.WORK_PLACE));
    }

    @Override
    public void sending(Handle handle, String subjectId) {
        handle.execute("update subject set state = 'IN_PROCESS' where id = ?", subjectId);
        death.at("sending");
    }

    @Override
    public void settle(Handle handle, String subjectId, ProvinceReply reply) {
        handle.execute(
                "update subject set state = ?, settled = settled + 1 where id = ?",
                reply instanceof ProvinceReply.Accepted ? "CONFIRMED" : "REFUSED",
                subjectId);
        death.at("settle");
    }
}
