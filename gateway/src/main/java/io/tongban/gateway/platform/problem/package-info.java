/** Every failure becomes one document of the catalogue, RFC 9457. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.problem;
