package io.tongban.sandbox.wire;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one sandbox for all system tests of this JVM, at the first that asks for it, and stops it after the last: it
 * belongs to the session, since surefire runs each class by itself where it has several JVMs.
 */
public final class RunningSandbox implements ParameterResolver {
    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(RunningSandbox.class);

    private final Transport transport;

    public RunningSandbox() {
        this(Transport.HTTP_1_1_CLEAR);
    }

    RunningSandbox(Transport transport) {
        this.transport = transport;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ofItsClass(context)
                .getStore(ROOM)
                .computeIfAbsent(transport, way -> new Seen(running(context).over(way)), Seen.class)
                .sandbox();
    }

    private static TestSandbox running(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ROOM)
                .computeIfAbsent(TestSandbox.class, type -> TestSandbox.start(), TestSandbox.class);
    }

    /** A client, its connections and the gateway's keys serve all tests of a class. */
    private static ExtensionContext ofItsClass(ExtensionContext context) {
        ExtensionContext level = context;
        while (level.getTestMethod().isPresent()) {
            level = level.getParent().orElseThrow();
        }
        return level;
    }

    /** What a store keeps it would close, and with it the running stack. */
    private record Seen(TestSandbox sandbox) {}
}
