package io.tongban.sandbox.launcher;

import java.io.PrintStream;
import java.util.Map;

/** What a newcomer is shown once the stack is up. */
@FunctionalInterface
public interface Demo {
    /** Shows nothing. */
    Demo NONE = (stack, out) -> 0;

    /**
     * Runs to its end.
     *
     * @return the exit status of the launcher: 0 if everything is as it should be
     */
    int run(SandboxStack stack, PrintStream out) throws Exception;

    /** Configuration that it needs of the gateway, beyond what a stack has. */
    default Map<String, String> gatewayProperties() {
        return Map.of();
    }
}
