package io.tongban.sandbox.launcher;

/**
 * Where a gateway listens on loopback.
 *
 * @param http the API in clear text
 * @param https the API over TLS, HTTP/2 and HTTP/1.1
 * @param management health and metrics, for operators
 */
public record Ports(int http, int https, int management) {
    /** Any free ones. */
    public static Ports free() {
        return new Ports(FreePort.any(), FreePort.any(), FreePort.any());
    }
}
