/** Pages for people: the receipt that anybody can check, and a counter for banks without software of their own. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.console;
