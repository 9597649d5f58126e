/** Tells partners of outcomes: their endpoints, the events, and signed delivery. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.webhook;
