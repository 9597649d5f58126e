package io.tongban.province;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.tongban.province.delivery.ArrivalsAtInbox;
import io.tongban.province.delivery.DeliveryFactory;
import io.tongban.province.delivery.Telemetry;
import io.tongban.province.delivery.Time;
import io.tongban.province.dialect.AddedJars;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Reach;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.exchangedb.ExchangeDbDialect;
import io.tongban.province.dialect.file.FileDialect;
import io.tongban.province.dialect.queue.QueueDialect;
import io.tongban.province.dialect.rest.RestDialect;
import io.tongban.province.dialect.soap.SoapDialect;
import io.tongban.province.dialect.tcp.TcpDialect;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.ProfileSource;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.workbench.ShortSpool;
import io.tongban.province.workbench.Workbench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Builds the link to the provinces: reads the profiles, and starts a route for each. */
public final class ProvinceRoutes {
    private Function<String, Optional<String>> properties = name -> Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Duration lookEvery = Duration.ofSeconds(2);
    private Clock clock = Clock.systemUTC();
    private OpenTelemetry openTelemetry = OpenTelemetry.noop();
    private MeterRegistry meters = new SimpleMeterRegistry();
    private LongSupplier ticker = System::nanoTime;
    private boolean aroundTheClock;
    private Optional<ProvinceCode> only = Optional.empty();

    private ProvinceInbox inbox = new NobodyHome();
    private Optional<ProvinceSpool> spool = Optional.empty();

    private ProvinceRoutes() {}

    public static ProvinceRoutes builder() {
        return new ProvinceRoutes();
    }

    /** What the placeholders of the profiles stand for, such as {@code tongban.province.44.endpoint}. */
    public ProvinceRoutes properties(Function<String, Optional<String>> properties) {
        this.properties = properties;
        return this;
    }

    /**
     * A folder with more profiles; a file with the name of a shipped one takes its place. It is watched, and what
     * changes in it is taken over while Tongban runs. Default: none.
     */
    public ProvinceRoutes profilesFolder(Optional<Path> folder) {
        this.folder = folder;
        return this;
    }

    /** How often the folder is looked at; a change is taken over when it is seen twice the same. Default: 2 s. */
    public ProvinceRoutes lookEvery(Duration lookEvery) {
        this.lookEvery = lookEvery;
        return this;
    }

    /** Whether provinces are open at any hour, whatever their profiles say, as in a sandbox. Default: no. */
    public ProvinceRoutes aroundTheClock(boolean aroundTheClock) {
        this.aroundTheClock = aroundTheClock;
        return this;
    }

    /** Starts the routes of this province alone: files whose names begin with its code. Default: all provinces. */
    public ProvinceRoutes onlyProvince(ProvinceCode province) {
        this.only = Optional.of(province);
        return this;
    }

    /** Where what arrives unasked goes. Default: nowhere, so that the provinces keep it. */
    public ProvinceRoutes inbox(ProvinceInbox inbox) {
        this.inbox = inbox;
        return this;
    }

    /** Where lines wait for their file. Default: none, and then no profile may speak {@code file}. */
    public ProvinceRoutes spool(ProvinceSpool spool) {
        this.spool = Optional.of(spool);
        return this;
    }

    /** Default: the system's. */
    public ProvinceRoutes clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** How time passes, in nanoseconds; for tests. */
    ProvinceRoutes ticker(LongSupplier ticker) {
        this.ticker = ticker;
        return this;
    }

    /** Default: no traces. */
    public ProvinceRoutes openTelemetry(OpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
        return this;
    }

    /** Default: a registry that nobody reads. */
    public ProvinceRoutes meterRegistry(MeterRegistry meters) {
        this.meters = meters;
        return this;
    }

    /**
     * Starts the routes. Nothing is connected yet: a province that is down does not stop the start.
     *
     * @throws RuntimeException if a profile is wrong; the message names file, line and what to write instead
     */
    public ProvinceLink build() {
        Serials serials = new Serials(clock, new SecureRandom());
        List<Dialect> dialects = dialects(serials, new ArrivalsAtInbox(inbox));
        try {
            List<DialectNeeds> needs = dialects.stream().map(Dialect::needs).toList();
            return new DeliveryFactory(
                            new ProfileSource(needs, properties, folder, only, aroundTheClock),
                            dialects,
                            serials,
                            new Telemetry(openTelemetry, meters),
                            new Time(clock, ticker),
                            lookEvery)
                    .link();
        } catch (RuntimeException e) {
            dialects.forEach(Dialect::close);
            throw e;
        }
    }

    /** A bench at which one profile is tried without any network; it starts no routes. */
    public Workbench workbench() {
        ProvinceRoutes routes = this.spool(spool.orElseGet(() -> new ShortSpool(clock)));
        Serials serials = new Serials(clock, new SecureRandom());
        return new Workbench(routes.dialects(serials, new ArrivalsAtInbox(inbox)), properties, clock);
    }

    /**
     * What stands in the way of every call to the province, looked for with one sign-in at most; a profile must be in
     * force today.
     *
     * @return in words for whoever wrote the profile; empty if the way is free as far as can be seen
     */
    public Optional<String> obstacle(ProvinceCode province) {
        return asked(province, (dialect, profile) -> dialect.obstacle(profile));
    }

    /** Whether a province that could not be understood speaks TLS, although its profile says clear text; in words. */
    public Optional<String> tlsBehindClearText(ProvinceCode province) {
        return asked(province, (dialect, profile) -> Reach.tlsBehindClearText(profile));
    }

    private Optional<String> asked(
            ProvinceCode province, BiFunction<Dialect, ProvinceProfile, Optional<String>> question) {
        List<Dialect> all = dialects(new Serials(clock, new SecureRandom()), new ArrivalsAtInbox(inbox));
        try {
            List<DialectNeeds> needs = all.stream().map(Dialect::needs).toList();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ProvinceProfile.ZONE);
            Optional<ProvinceProfile> profile = new ProfileSource(
                            needs, properties, folder, Optional.of(province), aroundTheClock)
                    .read()
                    .inForce(province, today);
            return profile.flatMap(found -> all.stream()
                    .filter(dialect -> dialect.needs().name().equals(found.dialect()))
                    .findFirst()
                    .flatMap(dialect -> question.apply(dialect, found)));
        } finally {
            all.forEach(Dialect::close);
        }
    }

    List<Dialect> dialects(Serials serials, Arrivals arrivals) {
        List<Dialect> dialects = new ArrayList<>();
        dialects.add(new SoapDialect(clock, serials));
        dialects.add(new TcpDialect(clock));
        dialects.add(new FileDialect(clock, arrivals, spool));
        Optional<Path> jars = properties.apply(AddedJars.PROPERTY).map(Path::of);
        dialects.add(new ExchangeDbDialect(clock, jars));
        dialects.add(new RestDialect(clock, serials));
        dialects.add(new QueueDialect(clock, arrivals, jars));
        return dialects;
    }

    private static final class NobodyHome implements ProvinceInbox {
        @Override
        public void arrived(ProvinceCode province, ProvinceReply reply) {
            throw new IllegalStateException("nobody takes what arrives");
        }

        @Override
        public void reversed(ProvinceCode province, String serial, Instant at) {
            throw new IllegalStateException("nobody takes what arrives");
        }
    }
}
