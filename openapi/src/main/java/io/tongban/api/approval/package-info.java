/** Dual control: what a maker asked for at a counter, until a checker signs it. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.approval;
