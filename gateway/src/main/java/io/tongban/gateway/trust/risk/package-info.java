/** What the agency stops, in the way of every effect. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.risk;
