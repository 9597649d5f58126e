package io.tongban.province.dialect.exchangedb;

import io.tongban.province.profile.ProvinceProfile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The provinces' databases that are open, and the one thread that hangs up on those which keep a call too long. */
final class ExchangeDatabases implements AutoCloseable {
    private final Set<ExchangeDatabase> open = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor watch;

    private final Optional<Path> drivers;

    /** @param drivers folder with the jars of drivers that do not ship with us */
    ExchangeDatabases(Optional<Path> drivers) {
        this.drivers = drivers;
        watch = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "tongban-exchangedb");
            thread.setDaemon(true);
            return thread;
        });
        // Nearly every call ends in time, and its deadline is then of no use to anyone.
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Connects to nothing yet. */
    ExchangeDatabase open(ProvinceProfile profile, String name) {
        ExchangeDatabase database = new ExchangeDatabase(profile, name, drivers, watch, open::remove);
        open.add(database);
        return database;
    }

    @Override
    public void close() {
        open.forEach(ExchangeDatabase::close);
        watch.shutdownNow();
    }
}
