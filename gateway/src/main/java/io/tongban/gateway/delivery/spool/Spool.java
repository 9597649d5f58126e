package io.tongban.gateway.delivery.spool;

import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.pii.PiiPurpose;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceSpool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The spool of all nodes, in their one database. All times but those that are told are the database's. */
@ApplicationScoped
public class Spool implements ProvinceSpool {
    private final Jdbi jdbi;
    private final Pii pii;
    /** This node, as long as it runs. */
    private final UUID node = UUID.randomUUID();

    @Inject
    public Spool(Jdbi jdbi, Pii pii) {
        this.jdbi = jdbi;
        this.pii = pii;
    }

    /**
     * A person has settled what this line asks for: if no file holds it yet, none will. In the caller's transaction;
     * without effect where there is no such line.
     */
    public void withdraw(Handle handle, ProvinceCode province, String serial) {
        LineStore.answered(handle, province, serial);
    }

    @Override
    public void put(Line line) {
        byte[] text = pii.encrypt(PiiPurpose.SPOOL_LINE, line.text());
        jdbi.useTransaction(handle -> LineStore.insert(handle, line, text));
    }

    @Override
    public Optional<Progress> find(ProvinceCode province, String serial) {
        return jdbi.withHandle(handle -> LineStore.progress(handle, province, serial));
    }

    @Override
    public boolean tend(ProvinceCode province, Duration atMost) {
        return jdbi.inTransaction(handle -> FileStore.tend(handle, province, node, atMost));
    }

    @Override
    public Optional<Batch> cut(ProvinceCode province, String kind, String day, int atMost) {
        return jdbi.inTransaction(handle -> {
            FileStore.lockNumbers(handle, province, kind);
            return FileStore.cut(handle, province, kind, day, atMost)
                    .map(number -> new Batch(province, kind, day, number, null));
        });
    }

    @Override
    public List<Batch> open(ProvinceCode province) {
        return jdbi.withHandle(handle -> FileStore.open(handle, province));
    }

    @Override
    public List<Line> lines(Batch batch) {
        return jdbi.withHandle(
                handle -> LineStore.of(handle, batch, stored -> pii.decrypt(PiiPurpose.SPOOL_LINE, stored)));
    }

    @Override
    public void uploaded(Batch batch, Instant at) {
        jdbi.useTransaction(handle -> FileStore.uploaded(handle, batch, at));
    }

    @Override
    public void answered(ProvinceCode province, String serial) {
        jdbi.useTransaction(handle -> LineStore.answered(handle, province, serial));
    }

    @Override
    public void leftOut(Batch batch, Set<String> serials) {
        jdbi.useTransaction(handle -> LineStore.putBack(handle, batch, serials));
    }

    @Override
    public void done(Batch batch) {
        jdbi.useTransaction(handle -> {
            FileStore.done(handle, batch);
            LineStore.putBack(handle, batch);
        });
    }
}
