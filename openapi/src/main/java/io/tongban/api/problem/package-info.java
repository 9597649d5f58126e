/** The one catalogue of problem types, RFC 9457. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.problem;
