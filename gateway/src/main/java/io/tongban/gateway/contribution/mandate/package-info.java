/** What a worker allowed a platform to withhold, until it is revoked. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.mandate;
