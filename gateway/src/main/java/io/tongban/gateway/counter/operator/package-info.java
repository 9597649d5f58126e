/** A bank's people, and what they do at which counter. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.counter.operator;
