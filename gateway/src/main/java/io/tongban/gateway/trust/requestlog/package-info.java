/** What partners asked and were answered, for themselves to see: written in sets beside the requests, and bounded. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.trust.requestlog;
