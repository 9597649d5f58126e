package io.tongban.province.dialect.tcp;

import static io.tongban.province.dialect.tcp.SichuanFrames.booked;
import static io.tongban.province.dialect.tcp.SichuanFrames.request;
import static io.tongban.province.dialect.tcp.SichuanFrames.withhold;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TlsFront;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One connection for all calls, with TLS around it. */
class KeptConnectionTlsTest {
    @TempDir
    Path folder;

    @TempDir
    Path keys;

    @Test
    void allCallsGoOverOneHandshake() throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (RawTcp province = answering();
                TlsFront front = new TlsFront(certificates.serving(), port(province));
                ProvinceLink link = links(front.port(), certificates).open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(link.send(withhold(i))).isInstanceOf(ProvinceReply.Accepted.class);
            }
            assertThat(front.handshakes).hasValue(1);
            assertThat(province.connections).hasSize(1);
        }
    }

    @Test
    void sendsNothingToWhomAnotherAuthorityVouchesFor() throws Exception {
        try (RawTcp province = answering();
                TlsFront front = new TlsFront(new Certificates("127.0.0.1", -1).serving(), port(province));
                ProvinceLink link =
                        links(front.port(), new Certificates("127.0.0.1", -1)).open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.TLS));
            assertThat(front.handshakes).hasValue(0);
        }
    }

    @Test
    void sendsNothingToAnotherHostOfTheSameAuthority() throws Exception {
        Certificates certificates = new Certificates("127.0.0.2", -1);
        try (RawTcp province = answering();
                TlsFront front = new TlsFront(certificates.serving(), port(province));
                ProvinceLink link = links(front.port(), certificates).open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.TLS));
            assertThat(front.handshakes).hasValue(0);
        }
    }

    private static int port(RawTcp province) {
        return Integer.parseInt(province.endpoint().split(":")[1]);
    }

    private static RawTcp answering() {
        return new RawTcp((in, out) -> {
            while (true) {
                out.write(booked(request(in)));
            }
        });
    }

    private Links links(int port, Certificates certificates) throws Exception {
        return new Links(folder)
                .set("tongban.province.51.endpoint", "tls://127.0.0.1:" + port)
                .edit(
                        "51-sichuan.yaml",
                        "insurances: [",
                        "options:\n  connection: kept\n  trust: " + certificates.pem(keys) + "\ninsurances: [");
    }
}
