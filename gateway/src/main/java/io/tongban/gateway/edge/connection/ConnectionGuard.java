package io.tongban.gateway.edge.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AttributeKey;
import io.tongban.gateway.trust.access.AddressRange;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** First in a connection's pipeline: cuts who asks nothing in time, and who does not read its answers. */
public final class ConnectionGuard extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<ConnectionGuard> KEY = AttributeKey.valueOf(ConnectionGuard.class, "guard");
    /** Names that Vert.x gives. */
    private static final String TLS = "ssl";

    /** What stands in a line beside method and target. */
    private static final int HTTP_1_1 = "  HTTP/1.1".length();

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";
    /** Requests that may wait for the answers before them; Vert.x queues any number, in a list that it walks each time. */
    private static final int MOST_PIPELINED = 32;
    /** Streams that are refused to one connection before it is cut. */
    private static final int MOST_REFUSED = 100;

    private final Connections connections;
    private final AddressRange address;
    private final boolean isProxy;
    private @Nullable Future<?> untilAsked;
    private @Nullable Future<?> untilRead;
    private boolean isWatched;
    private boolean isCut;
    private boolean hasAsked;
    private int unanswered;
    private int refusedStreams;

    ConnectionGuard(Connections connections, AddressRange address, boolean isProxy) {
        this.connections = connections;
        this.address = address;
        this.isProxy = isProxy;
    }

    private static Optional<ConnectionGuard> of(HttpConnection connection) {
        return Optional.ofNullable(channel(connection).attr(KEY).get());
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Whether another request of an HTTP/1.1 connection is to be served: its reader may be too far behind. */
    public static boolean serves(HttpConnection connection) {
        Channel channel = channel(connection);
        boolean isRead = channel.isWritable();
        if (!isRead) {
            of(connection).ifPresent(guard -> guard.cut(channel, "answers-unread"));
        }
        return isRead;
    }

    /** Whether another stream of an HTTP/2 connection may be opened. */
    public static boolean servesStream(HttpConnection connection) {
        return of(connection)
                .map(guard -> guard.servesStream(channel(connection)))
                .orElse(true);
    }

    /**
     * Whether this HTTP/2 request would have a line over HTTP/1.1 that is longer than is read there: one bound for both,
     * or what passes here meets the next that has only the other.
     */
    public static boolean isLineTooLong(HttpServerRequest request) {
        int line = request.method().name().length() + request.uri().length() + HTTP_1_1;
        return of(request.connection())
                .map(guard -> line > guard.connections.options().getMaxInitialLineLength())
                .orElse(false);
    }

    /**
     * Reads nothing of this HTTP/1.1 connection any more, so that what still comes costs next to nothing: whoever is at
     * the other end has had its last answer.
     */
    public static void drop(HttpConnection connection) {
        of(connection).ifPresent(ConnectionGuard::end);
    }

    /** Ends this HTTP/1.1 connection, and lets it count against its address: its sender did not come to an end. */
    public static void hangUp(HttpConnection connection) {
        of(connection).ifPresentOrElse(guard -> guard.cut(channel(connection), "body-unfinished"), connection::close);
    }

    private boolean servesStream(Channel channel) {
        asked();
        if (!isWatched) {
            isWatched = true;
            ChannelHandlerContext context = channel.pipeline().context(Http2ConnectionHandler.class);
            StreamGuard.watch(connections, address, context, (Http2ConnectionHandler) context.handler());
        }
        boolean mayOpen = connections.mayOpenStream(address, isProxy);
        if (!mayOpen && ++refusedStreams > MOST_REFUSED) {
            cut(channel, "too-many-streams");
        }
        return mayOpen;
    }

    /**
     * Notes a request of HTTP/1.1.
     *
     * @param readable whether it is one: what is not counts against its address like a connection that asks nothing
     */
    void asked(Channel channel, boolean readable) {
        if (readable) {
            asked();
        } else {
            untilAsked = stop(untilAsked);
            end();
        }
        if (++unanswered > MOST_PIPELINED) {
            cut(channel, "too-many-pipelined");
        }
    }

    void answered() {
        unanswered--;
    }

    private void asked() {
        untilAsked = stop(untilAsked);
        if (!hasAsked) {
            hasAsked = true;
            connections.arrivals().giveBack(address);
        }
    }

    /** Whether nothing is to be read any more, whatever has come. */
    boolean isCut() {
        return isCut;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.channel().attr(KEY).set(this);
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get(TLS) != null) {
            pipeline.addAfter(TLS, null, new AfterHandshake());
        }
        readStrictly(pipeline);
        untilAsked = cutLater(context, "head-too-slow");
        context.fireChannelActive();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            caughtUp();
        } else if (untilRead == null) {
            untilRead = cutLater(context, "answers-unread");
            if (!connections.isBehind()) {
                cut(context.channel(), "too-many-unread");
            }
        }
        context.fireChannelWritabilityChanged();
    }

    private void caughtUp() {
        if (untilRead != null) {
            untilRead = stop(untilRead);
            connections.hasCaughtUp();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        untilAsked = stop(untilAsked);
        caughtUp();
        context.fireChannelInactive();
    }

    private void readStrictly(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null) {
            StrictRequestDecoder decoder = new StrictRequestDecoder(connections.options(), this);
            pipeline.replace(DECODER, DECODER, decoder);
            pipeline.addAfter(ENCODER, null, new AnswerCount(this, decoder));
        }
    }

    Future<?> cutLater(ChannelHandlerContext context, String reason) {
        Channel channel = context.channel();
        return context.executor()
                .schedule(() -> cut(channel, reason), connections.headDeadlineMillis(), TimeUnit.MILLISECONDS);
    }

    void cut(Channel channel, String reason) {
        end();
        if (channel.isActive()) {
            channel.close().addListener(closed -> connections.count(reason));
        }
    }

    private void end() {
        if (!isCut && hasAsked) {
            connections.arrivals().charge(address);
        }
        isCut = true;
    }

    static @Nullable Future<?> stop(@Nullable Future<?> watch) {
        if (watch != null) {
            watch.cancel(false);
        }
        return null;
    }

    /** Vert.x builds the pipeline of either HTTP when it hears of the handshake's end, and only then. */
    private final class AfterHandshake extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                readStrictly(context.pipeline());
                if (context.pipeline().get(Http2ConnectionHandler.class) != null) {
                    context.pipeline().addAfter(TLS, null, new FrameGuard(ConnectionGuard.this));
                }
                context.pipeline().remove(this);
            }
        }
    }
}
