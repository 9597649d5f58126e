/** What a partner may have go wrong in the sandbox; it acts here, at the edge, and nowhere behind it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.edge.scenario;
