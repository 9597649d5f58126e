package io.tongban.gateway.delivery.spool;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.ProvinceSpool.Line;
import io.tongban.province.ProvinceSpool.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Table spool_line. */
final class LineStore {
    private LineStore() {}

    static void insert(Handle handle, Line line, byte[] sealedText) {
        handle.createUpdate("""
                        insert into spool_line (province, serial, kind, text)
                        values (:province, :serial, :kind, :text)
                        on conflict on constraint spool_line_serial_unique do nothing
                        """)
                .bind("province", line.province().value())
                .bind("serial", line.serial())
                .bind("kind", line.kind())
                .bind("text", sealedText)
                .execute();
    }

    static Optional<Progress> progress(Handle handle, ProvinceCode province, String serial) {
        return handle.createQuery("""
                        select case when answered_at is not null then 'ANSWERED'
                                    when file_number is not null then 'IN_FILE'
                                    else 'WAITING' end
                          from spool_line where province = :province and serial = :serial
                        """)
                .bind("province", province.value())
                .bind("serial", serial)
                .mapTo(String.class)
                .findOne()
                .map(Progress::valueOf);
    }

    static List<Line> of(Handle handle, Batch batch, Function<byte[], String> open) {
        return handle.createQuery("""
                        select serial, text from spool_line
                         where province = :province and kind = :kind and file_day = :day and file_number = :number
                         order by id
                        """)
                .bindMap(FileStore.key(batch))
                .map((row, context) -> new Line(
                        batch.province(), row.getString("serial"), batch.kind(), open.apply(row.getBytes("text"))))
                .list();
    }

    static void answered(Handle handle, ProvinceCode province, String serial) {
        handle.createUpdate("""
                        update spool_line set answered_at = now()
                         where province = :province and serial = :serial and answered_at is null
                        """)
                .bind("province", province.value())
                .bind("serial", serial)
                .execute();
    }

    static void putBack(Handle handle, Batch batch) {
        handle.createUpdate("""
                        update spool_line set file_day = null, file_number = null
                         where province = :province and kind = :kind and file_day = :day and file_number = :number
                           and answered_at is null
                        """).bindMap(FileStore.key(batch)).execute();
    }

    static void putBack(Handle handle, Batch batch, Set<String> serials) {
        handle.createUpdate("""
                        update spool_line set file_day = null, file_number = null
                         where province = :province and kind = :kind and file_day = :day and file_number = :number
                           and serial = any(:serials) and answered_at is null
                        """)
                .bindMap(FileStore.key(batch))
                .bindArray("serials", String.class, serials.toArray())
                .execute();
    }

    /** @return how many were removed, at most {@code most} */
    static int removeAnswered(Handle handle, Duration before, int most) {
        return handle.createUpdate("""
                        delete from spool_line where id in (
                            select id from spool_line where answered_at < now() - make_interval(secs => :before)
                             order by answered_at limit :most)
                        """)
                .bind("before", before.toSeconds())
                .bind("most", most)
                .execute();
    }
}
