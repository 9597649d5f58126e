/** Before there is a request: who may connect, how long a head may take, and which heads are none. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.edge.connection;
