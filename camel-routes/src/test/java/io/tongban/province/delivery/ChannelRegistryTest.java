package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.tongban.province.Configured;
import io.tongban.province.ProvinceCode;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.nearside.Passing;
import io.tongban.province.profile.ProfileSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a version that has left service: nothing, once its calls have ended. */
class ChannelRegistryTest {
    private static final ProvinceCode SICHUAN = new ProvinceCode("51");

    private final Passing time = new Passing();
    private final AtomicInteger passwords = new AtomicInteger();
    private final List<Dialect> dialects = Configured.open();
    private final RouteContext routes = new RouteContext(
            dialects, new Telemetry(OpenTelemetry.noop(), new SimpleMeterRegistry()), new Time(time, time));
    private final ChannelRegistry registry = new ChannelRegistry(
            new ProfileSource(
                    dialects.stream().map(Dialect::needs).toList(),
                    name -> name.endsWith("password") ? Optional.of("p" + passwords) : Configured.property(name),
                    Optional.empty(),
                    Optional.empty(),
                    false),
            routes,
            time,
            new SimpleMeterRegistry());

    @AfterEach
    void close() {
        routes.stop();
        dialects.forEach(Dialect::close);
    }

    @Test
    void leavesNothingBehindHoweverOftenItChanges() {
        int endpoints = routes.context().getEndpoints().size();
        int beans = routes.context().getRegistry().findByType(Object.class).size();
        List<String> first = ids();
        for (int change = 0; change < 3; change++) {
            passwords.incrementAndGet();
            assertThat(registry.reload()).isEmpty();
        }

        assertThat(ids()).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
        assertThat(routes.context().getEndpoints())
                .extracting(Endpoint::getEndpointUri)
                .hasSize(endpoints);
        assertThat(((ModelCamelContext) routes.context()).getRouteDefinitions()).hasSameSizeAs(first);
        assertThat(routes.context().getRegistry().findByType(Object.class)).hasSize(beans);
    }

    @Test
    void keepsTheLanesOfVersionsThatAreTheSame() {
        ProvinceChannel before = channel();
        assertThat(registry.reload()).isEmpty();

        assertThat(channel()).isSameAs(before);
    }

    @Test
    void stopsALaneOnlyWhenTheLastCallInItHasEnded() {
        ProvinceChannel before = channel();
        assertThat(before.usage().begin()).isTrue();
        passwords.incrementAndGet();
        registry.reload();

        assertThat(before.usage().begin()).isFalse();
        registry.sweep();
        assertThat(ids()).containsAll(before.route().parts());

        before.usage().end();
        registry.sweep();
        assertThat(ids()).doesNotContainAnyElementsOf(before.route().parts());
    }

    @Test
    void stopsALaneWhoseCallsNeverEnd() {
        ProvinceChannel before = channel();
        before.usage().begin();
        passwords.incrementAndGet();
        registry.reload();

        time.pass(before.longestUse().plusNanos(1));
        registry.sweep();
        assertThat(ids()).doesNotContainAnyElementsOf(before.route().parts());
    }

    private ProvinceChannel channel() {
        return registry.now().inForce(SICHUAN, LocalDate.of(2026, 11, 23)).orElseThrow();
    }

    private List<String> ids() {
        return routes.context().getRoutes().stream().map(Route::getRouteId).toList();
    }
}
