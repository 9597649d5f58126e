package io.tongban.province.dialect.tcp;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** What a far side that keeps a connection reads and writes, and the calls that it answers. */
final class SichuanFrames {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";

    private SichuanFrames() {}

    static byte[] request(DataInputStream in) throws IOException {
        byte[] length = new byte[6];
        in.readFully(length);
        byte[] request = new byte[Integer.parseInt(new String(length, StandardCharsets.US_ASCII))];
        in.readFully(request);
        return request;
    }

    static byte[] booked(byte[] request) {
        return TcpStub.frame(TcpStub.head(request, "0000") + BOOKED);
    }

    static CompletableFuture<ProvinceReply> sent(ProvinceLink link, int call) {
        return Meanwhile.call(() -> link.send(withhold(call)));
    }

    /** Until the far side has seen the end of its first connection. */
    static void awaitClosed(RawTcp province) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> province.connections.get(0).isClosed());
    }

    static ProvinceCommand.Withhold withhold(int call) {
        ProvinceCommand.Withhold sample = Samples.withhold(Samples.SICHUAN);
        return new ProvinceCommand.Withhold(
                sample.province(),
                "W261123175200%06dA".formatted(call),
                sample.person(),
                sample.personNumber(),
                sample.insurance(),
                sample.period(),
                sample.baseFen(),
                sample.amountFen(),
                sample.payer());
    }
}
