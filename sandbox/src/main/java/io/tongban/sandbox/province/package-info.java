/** Simulated provinces: real servers with a ledger of their own, which share no line with the gateway they try out. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province;
