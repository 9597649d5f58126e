/** Who changed what and when, in a chain of hashes that shows every later change. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.platform.audit;
