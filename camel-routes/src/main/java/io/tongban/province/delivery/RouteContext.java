package io.tongban.province.delivery;

import io.tongban.province.ProvinceLink;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The Camel context: one route for each version of each province, built once, when Tongban starts. */
public final class RouteContext {
    private final CamelContext context;
    private final Collection<Dialect> dialects;

    private RouteContext(CamelContext context, Collection<Dialect> dialects) {
        this.context = context;
        this.dialects = dialects;
    }

    /**
     * Starts the routes.
     *
     * @param dialects closed with the link; if the start fails, they are the caller's to close
     */
    public static ProvinceLink start(
            Profiles profiles, Collection<Dialect> dialects, Telemetry telemetry, Serials serials, Time time) {
        RouteContext routes = new RouteContext(quiet(new DefaultCamelContext()), dialects);
        try {
            CallTelemetry calls = new CallTelemetry(telemetry.openTelemetry(), telemetry.meters(), time.clock());
            Lanes lanes = new Lanes(profiles, routes.lanes(profiles, calls, time.nanos()));
            return new Delivery(lanes, serials, time.clock(), routes::close);
        } catch (Exception e) {
            routes.context.stop();
            throw new IllegalStateException("the routes to the provinces did not start", e);
        }
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

    private Map<ProvinceProfile, Lane> lanes(Profiles profiles, CallTelemetry telemetry, LongSupplier nanos)
            throws Exception {
        context.start();
        RandomGenerator random = new SecureRandom();
        ProducerTemplate template = context.createProducerTemplate();
        Map<ProvinceProfile, Lane> lanes = new LinkedHashMap<>();
        for (ProvinceProfile profile : profiles.versions()) {
            Dialect dialect = speaking(profile.dialect());
            String id = "province-" + profile.code() + "-" + profile.validity().from();
            context.addRoutes(dialect.route(profile, id));
            Endpoint route = context.getEndpoint("direct:" + id);
            Gate gate = new Gate(profile, nanos, random);
            lanes.put(profile, new Lane(profile, dialect, template, route, telemetry, gate));
        }
        return lanes;
    }

    private Dialect speaking(String name) {
        return dialects.stream()
                .filter(dialect -> dialect.needs().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void close() {
        context.stop();
        dialects.forEach(Dialect::close);
    }
}
