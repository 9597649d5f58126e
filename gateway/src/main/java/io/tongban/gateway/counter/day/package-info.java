/** A bank's day: what its books say, what the gateway booked, and what the province made of it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.counter.day;
