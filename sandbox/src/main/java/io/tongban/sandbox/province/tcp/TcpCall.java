package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Delivery;
import io.tongban.sandbox.province.Faults;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** One connection from the first byte to the last: a frame in, a frame out. */
final class TcpCall {
    private static final Duration TO_SEND_A_FRAME = Duration.ofSeconds(10);
    private static final int TO_HANG_UP_MILLIS = 500;

    private final TcpRequestMapper mapper;
    private final ReplySender sender;
    private final Faults faults;
    private final DialectSettings dialectSettings;

    TcpCall(TcpRequestMapper mapper, ReplySender sender, Faults faults, DialectSettings dialectSettings) {
        this.mapper = mapper;
        this.sender = sender;
        this.faults = faults;
        this.dialectSettings = dialectSettings;
    }

    void answer(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        Optional<RequestHead> request = RequestFrame.read(socket, dialectSettings.framing(), TO_SEND_A_FRAME)
                .flatMap(frame -> RequestHead.of(frame, dialectSettings));
        if (request.isEmpty()) {
            return;
        }
        Delivery delivery = mapper.serve(request.get());
        if (delivery instanceof Delivery.Say say) {
            sender.send(socket, request.get(), say.answer());
            socket.shutdownOutput();
            waitForHangUp(socket, TO_HANG_UP_MILLIS);
        } else if (delivery instanceof Delivery.Silence) {
            waitForHangUp(socket, Math.toIntExact(faults.silence().toMillis()));
        } else {
            // No lingering: the caller sees a reset, as from a machine that went away.
            socket.setSoLinger(true, 0);
        }
    }

    private static void waitForHangUp(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(Math.max(1, millis));
        socket.getInputStream().read();
    }
}
