package io.tongban.sandbox.province.tcp;

import io.tongban.sandbox.province.Answer;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Pause;
import io.tongban.sandbox.province.Transaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** Sends a reply, whole or garbled as ordered. */
final class ReplySender {
    private static final int PACKETS = 10;
    /** Long enough for the network not to join two packets into one. */
    private static final Duration BETWEEN_PACKETS = Duration.ofMillis(5);

    private final Faults faults;
    private final Pause pause;
    private final DialectSettings dialectSettings;
    private final ReplyFrame frame;

    ReplySender(Faults faults, Pause pause, DialectSettings dialectSettings) {
        this.faults = faults;
        this.pause = pause;
        this.dialectSettings = dialectSettings;
        this.frame = new ReplyFrame(dialectSettings);
    }

    void send(Socket socket, RequestHead request, Answer answer) throws IOException {
        OutputStream out = socket.getOutputStream();
        Transaction transaction;
        try {
            transaction = dialectSettings.transaction(request.code());
        } catch (UnreadableFieldException e) {
            out.write(frame.write(request, answer, false));
            return;
        }
        byte[] bytes = frame.write(request, answer, faults.fires(Fault.HALF_CHARACTER, transaction));
        if (faults.fires(Fault.DUPLICATE_ACKNOWLEDGEMENT, transaction)) {
            bytes = joined(bytes, bytes);
        }
        if (faults.fires(Fault.TRAILING_NUL, transaction)) {
            bytes = joined(bytes, new byte[] {0});
        }
        int packets = faults.fires(Fault.TEN_PACKETS, transaction) ? PACKETS : 1;
        for (int i = 0; i < packets; i++) {
            int from = bytes.length * i / packets;
            out.write(bytes, from, bytes.length * (i + 1) / packets - from);
            if (i + 1 < packets) {
                pause.of(BETWEEN_PACKETS);
            }
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
