package io.tongban.gateway.edge.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
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
    static final String TLS = "ssl";

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
    private final long startNanos;
    private @Nullable StrictRequestDecoder decoder;
    private @Nullable Future<?> untilAsked;
    private @Nullable Future<?> untilRead;
    private boolean isWatched;
    private boolean isCut;
    private volatile boolean isLeaving;
    private boolean hasAsked;
    private volatile boolean isServed;
    private int unanswered;
    private int refusedStreams;

    /** @param startNanos nanoseconds that nothing is read at first */
    ConnectionGuard(Connections connections, AddressRange address, boolean isProxy, long startNanos) {
        this.connections = connections;
        this.address = address;
        this.isProxy = isProxy;
        this.startNanos = startNanos;
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
     * Opens no stream of this HTTP/2 connection any more, for its sender is told to go.
     *
     * @return false for a trusted proxy's, which carries others' requests, too
     */
    public static boolean leave(HttpConnection connection) {
        Optional<ConnectionGuard> guard = of(connection).filter(found -> !found.isProxy);
        guard.ifPresent(found -> found.isLeaving = true);
        return guard.isPresent();
    }

    /** Whether this connection's sender was told to go, and what came behind that is not to be answered any more. */
    public static boolean wasToldToGo(HttpConnection connection) {
        Optional<ConnectionGuard> guard = of(connection).filter(found -> found.isLeaving);
        guard.ifPresent(found -> found.connections.count("told-to-go"));
        return guard.isPresent();
    }

    /**
     * Serves no further request of this HTTP/1.1 connection, also of those that have come already: the answer that goes
     * out now says that it is the last (RFC 9112, section 9.6). To be called before that is written.
     */
    public static void closing(HttpConnection connection) {
        of(connection).ifPresent(guard -> guard.isLeaving = true);
    }

    /** Notes that this connection brought a request that was answered as its sender wished. */
    public static void served(HttpConnection connection) {
        of(connection).ifPresent(ConnectionGuard::served);
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

    /** Decodes no more of the body of an HTTP/1.1 request that is being refused, until {@link #release}. */
    public static void hold(HttpConnection connection) {
        of(connection).map(guard -> guard.decoder).ifPresent(StrictRequestDecoder::hold);
    }

    /** Decodes again what {@link #hold} kept back, and what follows it. */
    public static void release(HttpConnection connection) {
        of(connection).map(guard -> guard.decoder).ifPresent(decoder -> decoder.release(channel(connection)));
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

    private void served() {
        if (!isServed) {
            isServed = true;
            connections.arrivals().served(address);
        }
    }

    private boolean servesStream(Channel channel) {
        asked();
        if (!isWatched) {
            isWatched = true;
            ChannelHandlerContext context = channel.pipeline().context(Http2ConnectionHandler.class);
            StreamGuard.watch(connections, address, context, (Http2ConnectionHandler) context.handler());
        }
        boolean mayOpen = connections.mayOpenStream(address, isProxy, isLeaving);
        if (!mayOpen && ++refusedStreams > MOST_REFUSED) {
            calm(channel, "too-many-streams");
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
            pipeline.addAfter(TLS, null, new AfterHandshake(this));
        }
        readStrictly(pipeline);
        untilAsked = cutLater(
                context, "head-too-slow", connections.headDeadlineMillis() + TimeUnit.NANOSECONDS.toMillis(startNanos));
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

    void readStrictly(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null) {
            StrictRequestDecoder strict = new StrictRequestDecoder(connections.options(), this);
            decoder = strict;
            pipeline.replace(DECODER, DECODER, strict);
            pipeline.addAfter(ENCODER, null, new AnswerCount(this, strict));
        }
    }

    Future<?> cutLater(ChannelHandlerContext context, String reason) {
        return cutLater(context, reason, connections.headDeadlineMillis());
    }

    private Future<?> cutLater(ChannelHandlerContext context, String reason, long millis) {
        Channel channel = context.channel();
        return context.executor().schedule(() -> cut(channel, reason), millis, TimeUnit.MILLISECONDS);
    }

    /** Cuts an HTTP/2 connection and says why: RFC 9113, section 7, calls it ENHANCE_YOUR_CALM. */
    void calm(Channel channel, String reason) {
        ChannelHandlerContext context = channel.pipeline().context(Http2ConnectionHandler.class);
        if (isCut || context == null) {
            cut(channel, reason);
            return;
        }
        end();
        Http2ConnectionHandler handler = (Http2ConnectionHandler) context.handler();
        int last = handler.connection().remote().lastStreamCreated();
        long calm = Http2Error.ENHANCE_YOUR_CALM.code();
        handler.goAway(context, last, calm, Unpooled.EMPTY_BUFFER, context.newPromise())
                .addListener(told -> cut(channel, reason));
        context.flush();
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
}
