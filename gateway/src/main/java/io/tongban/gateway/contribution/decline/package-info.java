/** Why workers do not want to be insured: what partners say of it, and how many there are. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.decline;
