/** Places where workers are served by people: the register, and the nearest that is open. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.counter.point;
