package io.tongban.sandbox.launcher;

import java.util.Map;
import java.util.TreeMap;

/**
 * What distinguishes one stack from another.
 *
 * @param fixedPorts whether gateway and Keycloak prefer their usual ports to free ones
 * @param gatewayProperties configuration of the gateway beyond what a stack needs, or in its place
 */
public record StackOptions(Layout layout, boolean fixedPorts, Map<String, String> gatewayProperties) {
    /** For people, who like to find the same addresses again. */
    public static StackOptions interactive() {
        return new StackOptions(Layout.ofThisCheckout(), true, Map.of());
    }

    /** The same, with this configuration of the gateway, too. */
    StackOptions with(Map<String, String> properties) {
        Map<String, String> all = new TreeMap<>(gatewayProperties);
        all.putAll(properties);
        return new StackOptions(layout, fixedPorts, all);
    }

    /** For tests, of which several may run at once. */
    public static StackOptions forTests() {
        return new StackOptions(Layout.ofThisCheckout(), false, Map.of());
    }

    /** The preferred port for people, if it is free; {@code progress} hears when it is not. */
    int port(String server, int preferred, Progress progress) {
        if (!fixedPorts) {
            return FreePort.any();
        }
        int port = FreePort.preferring(preferred);
        if (port != preferred) {
            progress.portTaken(server, preferred, port);
        }
        return port;
    }
}
