/** A bank's days, and whether they balance. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.day;
