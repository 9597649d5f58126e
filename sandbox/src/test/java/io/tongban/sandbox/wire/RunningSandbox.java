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
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ROOM)
                .computeIfAbsent(TestSandbox.class, type -> TestSandbox.start(), TestSandbox.class)
                .over(transport);
    }
}
