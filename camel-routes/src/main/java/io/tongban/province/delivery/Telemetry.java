package io.tongban.province.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

/** Where calls are traced and counted. */
public record Telemetry(OpenTelemetry openTelemetry, MeterRegistry meters) {}
