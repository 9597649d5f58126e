/** A bank's own people at its counters. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.operator;
