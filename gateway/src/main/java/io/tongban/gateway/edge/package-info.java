/** The outermost room: raw bytes in, signed bytes out, and everything between is JSON. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.edge;
