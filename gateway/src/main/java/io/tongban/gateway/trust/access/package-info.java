/** Who may call: token, partner, nonce, rate, scope and the agency's role. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.access;
