/** One effect a key: the claim, the effect and the stored answer share one transaction. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.idempotency;
