package io.tongban.province.delivery;

import io.tongban.province.dialect.Dialect;
import io.tongban.province.profile.ProvinceProfile;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel context: one route for each version of each province in service. */
final class RouteContext {
    private static final Logger LOG = LoggerFactory.getLogger(RouteContext.class);

    private final CamelContext context = quiet(new DefaultCamelContext());
    private final RandomGenerator random = new SecureRandom();
    private final Collection<Dialect> dialects;
    private final Telemetry telemetry;
    private final Time time;
    private final ProducerTemplate template;
    private int opened;

    /** @param dialects closed with this */
    RouteContext(Collection<Dialect> dialects, Telemetry telemetry, Time time) {
        this.dialects = List.copyOf(dialects);
        this.telemetry = telemetry;
        this.time = time;
        context.start();
        this.template = context.createProducerTemplate();
    }

    /** Commands pass through here with names and numbers in them, so nothing keeps or prints message histories. */
    private static CamelContext quiet(DefaultCamelContext context) {
        context.getCamelContextExtension().setName("tongban-provinces");
        context.setApplicationContextClassLoader(RouteContext.class.getClassLoader());
        context.disableJMX();
        context.setMessageHistory(false);
        context.setLogExhaustedMessageBody(false);
        context.setTracing(false);
        context.setDebugging(false);
        context.setStreamCaching(false);
        context.setUseBreadcrumb(false);
        context.getShutdownStrategy().setTimeout(5);
        context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        return context;
    }

    /** @throws RuntimeException if the route does not start; the message names the profile */
    synchronized ProvinceChannel open(ProvinceProfile profile) {
        Dialect dialect = speaking(profile.dialect());
        // A version may come and go and come again.
        String id = "province-" + profile.code() + "-" + profile.validity().from() + "." + opened++;
        List<String> before = routeIds();
        // What a dialect itself finds wrong is for the one who wrote the profile; Camel's words are not.
        RoutesBuilder builder = dialect.route(profile, id);
        try {
            context.addRoutes(builder);
            List<String> added =
                    routeIds().stream().filter(route -> !before.contains(route)).toList();
            return new ProvinceChannel(
                    new ChannelRoute(id, added, dialect, template, context.getEndpoint("direct:" + id)),
                    profile,
                    new CallTelemetry(
                            profile, telemetry.openTelemetry(), new ChannelMeters(telemetry.meters(), profile), time),
                    new Gate(profile, time.nanos(), random));
        } catch (Exception e) {
            routeIds().stream().filter(route -> !before.contains(route)).forEach(this::remove);
            leaveNothing(dialect, profile, id);
            throw new IllegalStateException(profile.file() + ": its route did not start", e);
        }
    }

    synchronized void close(ProvinceChannel channel) {
        ChannelRoute route = channel.route();
        route.parts().forEach(this::remove);
        leaveNothing(route.dialect(), channel.profile(), route.id());
    }

    private void leaveNothing(Dialect dialect, ProvinceProfile profile, String id) {
        Registry beans = context.getRegistry();
        beans.findByTypeWithName(Object.class).keySet().stream()
                .filter(name -> name.startsWith(id + "-"))
                .forEach(beans::unbind);
        dialect.removed(profile, id);
    }

    private void remove(String route) {
        try {
            context.getRouteController().stopRoute(route);
            context.removeRoute(route);
        } catch (Exception e) {
            LOG.warn("route {} did not stop: {}", route, e.getClass().getName());
        }
    }

    private List<String> routeIds() {
        return context.getRoutes().stream().map(Route::getRouteId).toList();
    }

    private Dialect speaking(String name) {
        return dialects.stream()
                .filter(dialect -> dialect.needs().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    CamelContext context() {
        return context;
    }

    void stop() {
        context.stop();
    }
}
