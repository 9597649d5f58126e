package io.tongban.province;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.tongban.province.delivery.ArrivalsAtInbox;
import io.tongban.province.delivery.RouteContext;
import io.tongban.province.delivery.Telemetry;
import io.tongban.province.dialect.Arrivals;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.rest.RestDialect;
import io.tongban.province.dialect.soap.SoapDialect;
import io.tongban.province.dialect.tcp.TcpDialect;
import io.tongban.province.profile.Profiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds the link to the provinces: reads the profiles, and starts a route for each. */
public final class ProvinceRoutes {
    private Function<String, Optional<String>> properties = name -> Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private OpenTelemetry openTelemetry = OpenTelemetry.noop();
    private MeterRegistry meters = new SimpleMeterRegistry();

    private ProvinceInbox inbox = new NobodyHome();

    @SuppressWarnings("UnusedVariable") // the dialect that needs it comes next
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

    /** A folder with more profiles; a file with the name of a shipped one takes its place. Default: none. */
    public ProvinceRoutes profilesFolder(Optional<Path> folder) {
        this.folder = folder;
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
            Profiles profiles =
                    Profiles.read(dialects.stream().map(Dialect::needs).toList(), properties, folder);
            return RouteContext.start(profiles, dialects, new Telemetry(openTelemetry, meters), serials, clock);
        } catch (RuntimeException e) {
            dialects.forEach(Dialect::close);
            throw e;
        }
    }

    @SuppressWarnings("UnusedVariable") // the dialects that need arrivals and spool come next
    List<Dialect> dialects(Serials serials, Arrivals arrivals) {
        List<Dialect> dialects = new ArrayList<>();
        dialects.add(new SoapDialect(clock, serials));
        dialects.add(new TcpDialect(clock));
        dialects.add(new RestDialect(clock, serials));
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
