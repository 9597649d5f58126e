package io.tongban.gateway.edge.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Netty's own hook for connections that a server accepts, found by its ServiceLoader once {@link #PROPERTY} is set:
 * neither Vert.x nor Quarkus lets an application see a connection before its first request.
 */
public final class ConnectionExtension extends ChannelInitializerExtension {
    /** Set to {@code serviceload} before the first server listens. */
    public static final String PROPERTY = EXTENSIONS_SYSTEM_PROPERTY;

    private static final AtomicReference<@Nullable Connections> CURRENT = new AtomicReference<>();

    static void lead(Connections connections) {
        CURRENT.set(connections);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Connections connections = CURRENT.get();
        if (connections != null) {
            connections.accept(channel);
        }
    }
}
