/** What operators see of delivery: meters by lane, province and outcome, never of persons. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.telemetry;
