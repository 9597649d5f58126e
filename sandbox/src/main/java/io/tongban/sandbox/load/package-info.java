/** {@code mvn -Psandbox -Dflood}: hostile connections in numbers, on loopback alone, and what others feel meanwhile. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.load;
