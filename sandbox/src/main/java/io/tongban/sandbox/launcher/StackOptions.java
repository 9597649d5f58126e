package io.tongban.sandbox.launcher;

import java.util.Map;

/**
 * What distinguishes one stack from another.
 *
 * @param fixedPorts whether gateway and Keycloak prefer ports 8080 and 8180 to free ones
 * @param gatewayProperties configuration of the gateway beyond what a stack needs, or in its place
 */
public record StackOptions(Layout layout, boolean fixedPorts, Map<String, String> gatewayProperties) {
    /** For people, who like to find the same addresses again. */
    public static StackOptions interactive() {
        return new StackOptions(Layout.ofThisCheckout(), true, Map.of());
    }

    /** For tests, of which several may run at once. */
    public static StackOptions forTests() {
        return new StackOptions(Layout.ofThisCheckout(), false, Map.of());
    }

    int port(int preferred) {
        return fixedPorts ? FreePort.preferring(preferred) : FreePort.any();
    }
}
