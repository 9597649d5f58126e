package io.tongban.gateway.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplatesTest {
    private final RouteTemplates routes = new RouteTemplates();

    @ParameterizedTest
    @CsvSource({
        "/v1/workers,                             /v1/workers",
        "/v1/workers/search,                      /v1/workers/search",
        "/v1/workers/wkr_01kandb7vq,              /v1/workers/{workerId}",
        "/v1/workers/11010519491231002X/status,   /v1/workers/{workerId}/status",
        "/problems/field-unknown,                 /problems/{code}",
        "/v1/11010519491231002X,                  none",
        "/v1/workers/wkr_1/status/13900000017,    none",
        "/v1/workers;name=x,                      none",
        "/q/metrics,                              none",
        "'',                                      none",
        "*,                                       none",
    })
    void aTemplateStandsForThePath(String path, String template) {
        assertThat(routes.of(path)).isEqualTo(template);
    }

    @org.junit.jupiter.api.Test
    void whatIsLongIsNotLookedAt() {
        assertThat(routes.of("/v1/workers/" + "x".repeat(4096))).isEqualTo("none");
    }
}
