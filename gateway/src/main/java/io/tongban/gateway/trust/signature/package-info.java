/** Verifies what partners signed and signs what the gateway answers, RFC 9421. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.signature;
