package io.tongban.province.dialect.tcp;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all calls of a province, opened with the first that needs it. Which answer is for which call is
 * told by the serial; one that nobody waits for any more is dropped, and one whose serial was never asked with is told by
 * the call that waits in vain meanwhile, if it is the only one. When the connection ends, so do the calls on it,
 * and what became of them has to be inquired: nothing is sent a second time. One on which nothing came while a call
 * waited in vain is given up, and so is one whose far side leaves unread what it is sent.
 */
final class KeptConnection {
    /** Octets that wait to be sent: far more than requests of all calls at once, and little beside the heap. */
    private static final int MOST_UNSENT = 1 << 20;

    private final ProvinceProfile profile;
    private final TcpCodec codec;
    private final EventLoopGroup workers;
    private final Framing framing;
    private final Heartbeat heartbeat;
    private final Optional<Supplier<SslHandler>> tls;
    private @Nullable CompletableFuture<Session> session;
    private boolean closed;

    KeptConnection(ProvinceProfile profile, TcpCodec codec, EventLoopGroup workers) {
        this.profile = profile;
        this.codec = codec;
        this.workers = workers;
        this.framing = Framing.of(profile);
        this.heartbeat = new Heartbeat(profile);
        this.tls = TcpEndpoint.tls(profile);
    }

    /**
     * @param frame whole
     * @return what the frame holds that answers it
     * @throws CallFailed if none came in time
     */
    byte[] exchange(String serial, byte[] frame) {
        CompletableFuture<Session> opened = session();
        Session open = await(opened, profile.timeouts().connect().toMillis() * 2, UnknownCause.NOT_CONNECTED);
        if (!open.channel().isWritable()) {
            leave(opened, open);
            throw new CallFailed(UnknownCause.CONNECTION_CUT);
        }
        CompletableFuture<byte[]> answer = open.awaiting(serial);
        long heard = open.heard();
        try {
            open.write(frame, answer);
            return await(answer, profile.timeouts().reply().toMillis(), UnknownCause.TIMEOUT);
        } catch (CallFailed failed) {
            if (failed.reason() != UnknownCause.TIMEOUT) {
                throw failed;
            }
            if (open.heard() == heard) {
                leave(opened, open);
            }
            // It may have been the answer to this call, with a serial that is not ours, or none.
            throw open.misled(serial) ? CallFailed.unreadableAt(Field.SERIAL) : failed;
        } finally {
            open.forget(serial, answer);
        }
    }

    /** At once, and not when it is closed: the next call must not meet it. */
    private synchronized void leave(CompletableFuture<Session> opened, Session gone) {
        if (session == opened) {
            session = null;
        }
        gone.close();
    }

    private static <T> T await(CompletableFuture<T> future, long millis, UnknownCause late) {
        try {
            return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CallFailed(late);
        } catch (ExecutionException e) {
            throw new CallFailed(CallFailed.causeOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(UnknownCause.INTERRUPTED);
        }
    }

    /** The open one, or the one that is being opened: all who need it wait for the same. */
    private CompletableFuture<Session> session() {
        CompletableFuture<Session> known = known();
        return known == null ? knownOrOpened(address()) : known;
    }

    private synchronized @Nullable CompletableFuture<Session> known() {
        return session == null || (session.isDone() && !isOpen(session)) ? null : session;
    }

    /** A look-up of the name may take long: on the caller's thread, not on those that all connections share. */
    private InetSocketAddress address() {
        InetSocketAddress address = new InetSocketAddress(
                profile.endpoint().getHost(), profile.endpoint().getPort());
        if (address.isUnresolved()) {
            throw new CallFailed(UnknownCause.NOT_CONNECTED);
        }
        return address;
    }

    private synchronized CompletableFuture<Session> knownOrOpened(InetSocketAddress address) {
        CompletableFuture<Session> known = known();
        if (known != null) {
            return known;
        }
        CompletableFuture<Session> opening =
                closed ? CompletableFuture.failedFuture(new CallFailed(UnknownCause.NOT_CONNECTED)) : open(address);
        session = opening;
        return opening;
    }

    private static boolean isOpen(CompletableFuture<Session> known) {
        return !known.isCompletedExceptionally() && known.join().channel.isActive();
    }

    private CompletableFuture<Session> open(InetSocketAddress address) {
        CompletableFuture<Session> opening = new CompletableFuture<>();
        AwaitedAnswers calls = new AwaitedAnswers(codec);
        ChannelFuture connecting = new Bootstrap()
                .group(workers)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        profile.timeouts().connect().toMillis())
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(MOST_UNSENT / 2, MOST_UNSENT))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        tls.ifPresent(handler -> channel.pipeline().addLast(handler.get()));
                        channel.pipeline()
                                .addLast(new FrameStream(
                                        framing, profile.limits().frameBytes(), heartbeat, calls));
                    }
                })
                .connect(address);
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                opening.completeExceptionally(connected.cause());
                return;
            }
            Session ready = new Session(connecting.channel(), calls);
            SslHandler handler = connecting.channel().pipeline().get(SslHandler.class);
            if (handler == null) {
                opening.complete(ready);
                return;
            }
            handler.handshakeFuture().addListener(shaken -> {
                if (shaken.isSuccess()) {
                    opening.complete(ready);
                } else {
                    opening.completeExceptionally(shaken.cause());
                }
            });
        });
        return opening;
    }

    synchronized void close() {
        closed = true;
        if (session != null) {
            Future<?> unused = session.thenAccept(Session::close);
        }
    }

    private record Session(Channel channel, AwaitedAnswers calls) {
        /** How many frames came so far. */
        long heard() {
            return calls.heard();
        }

        boolean misled(String serial) {
            return calls.misled(serial);
        }

        CompletableFuture<byte[]> awaiting(String serial) {
            return calls.add(serial);
        }

        void write(byte[] frame, CompletableFuture<byte[]> answer) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(frame)).addListener(written -> {
                if (!written.isSuccess()) {
                    answer.completeExceptionally(new CallFailed(UnknownCause.CONNECTION_CUT));
                }
            });
        }

        void close() {
            Future<?> unused = channel.close();
        }

        void forget(String serial, CompletableFuture<byte[]> answer) {
            calls.forget(serial, answer);
        }
    }
}
