package io.tongban.province.dialect.exchangedb;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Reach;
import io.tongban.province.dialect.Rehearsal;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Options.Option;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;

/** Speaks {@code docs/dialects/exchangedb.md} through JDBC, with a small pool of connections for each profile. */
public final class ExchangeDbDialect implements Dialect {
    /** With a schema before it or without. */
    private static final String TABLE = "([A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,62}";

    private final Clock clock;
    private final Optional<Path> drivers;
    private final ExchangeDatabases databases;

    /** @param drivers folder with the jars of drivers that do not ship with us */
    public ExchangeDbDialect(Clock clock, Optional<Path> drivers) {
        this.drivers = drivers;
        this.databases = new ExchangeDatabases(drivers);
        this.clock = clock;
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "exchangedb",
                DialectNeeds.Placing.NAMES,
                Set.of("postgresql", "mariadb", "oracle", "sqlserver", "dm", "kingbase8"),
                Set.of("GBK", "GB18030"),
                Set.of(),
                Set.of(Field.TRANSACTION, Field.SERIAL),
                Set.of(Field.RETURN_CODE, Field.SERIAL),
                Set.of(),
                Stream.concat(own(), Tls.OPTIONS.stream()).toList());
    }

    private static Stream<Option> own() {
        return Stream.of(
                Option.usually("table", "si_exchange", TABLE, "the name of a table"),
                Option.usually("rows-table", "si_exchange_rows", TABLE, "the name of a table"),
                Option.usually("flag", "bz", "[A-Za-z_][A-Za-z0-9_]{0,62}", "the name of a column"));
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        return new ExchangeDbRoute(profile, id, databases.open(profile, id), clock);
    }

    @Override
    public Optional<String> obstacle(ProvinceProfile profile) {
        return Reach.obstacle(profile)
                .or(() -> new DatabaseDoorway(profile).obstacle(ExchangePool.source(profile, drivers)));
    }

    @Override
    public Rehearsal rehearsal(ProvinceProfile profile) {
        return new ExchangeDbRehearsal(profile, clock);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        RowWriter writer = new RowWriter(profile);
        return name -> writer.carries(Field.NAME, name);
    }

    @Override
    public void close() {
        databases.close();
    }
}
