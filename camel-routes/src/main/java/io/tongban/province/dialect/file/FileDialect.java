package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Reach;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.RoutesBuilder;

/** Speaks {@code docs/dialects/file.md} through clients that all provinces share. */
public final class FileDialect implements Dialect {

    private final Clock clock;
    private final Arrivals arrivals;
    private final Optional<ProvinceSpool> spool;
    private final Doors door = new Doors();

    /** @param spool where rows wait; a caller without one can have no profile that speaks this dialect */
    public FileDialect(Clock clock, Arrivals arrivals, Optional<ProvinceSpool> spool) {
        this.clock = clock.withZone(ProvinceProfile.ZONE);
        this.arrivals = arrivals;
        this.spool = spool;
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "file",
                DialectNeeds.Placing.ORDER,
                Set.of(FileOptions.SFTP, FileOptions.FTPS, FileOptions.FTPES),
                Set.of("GBK", "GB18030"),
                Set.of(TransactionKind.INQUIRE),
                Set.of(Field.SERIAL),
                Set.of(Field.SERIAL, Field.RETURN_CODE),
                Set.of(),
                FileOptions.ALL);
    }

    /** @throws IllegalStateException without a spool, or if no file could be named or written as the profile says */
    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        ProvinceSpool rows = spool.orElseThrow(() -> new IllegalStateException(
                profile.file() + " speaks file, and there is no spool for its rows; give the builder one"));
        return new FileRoute(profile, id, new FileContext(rows, arrivals, door, clock));
    }

    @Override
    public Optional<String> obstacle(ProvinceProfile profile) {
        return Reach.obstacle(profile).or(() -> new Doorway(door, profile).obstacle());
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new FileRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        RowWriter writer = new RowWriter(profile);
        return name -> writer.carriesName(name);
    }

    @Override
    public void close() {
        door.close();
    }
}
