/** The certificate that the gateway shows, replaced while it runs. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.edge.tls;
