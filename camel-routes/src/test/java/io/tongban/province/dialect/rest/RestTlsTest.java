package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.PREFIX;
import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.Seal;
import io.tongban.province.nearside.Samples;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTlsTest {
    private final Seal.Pair theirs = Seal.Pair.fresh();
    private final Seal.Pair ours = Seal.Pair.fresh();

    private boolean asksForCertificate;
    private boolean identity;

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    @Test
    void callsAProvinceForWhichItsOwnAuthorityVouches() throws Exception {
        assertThat(called(new Certificates("127.0.0.1", -1), true)).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void sendsNothingWhereNobodyThatJavaTrustsVouches() throws Exception {
        assertThat(called(new Certificates("127.0.0.1", -1), false))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TLS));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, -11", "127.0.0.1, 2", "127.0.0.2, -1"})
    void sendsNothingWhereTheCertificateIsOverOrNotYetOrAnothers(String address, int from) throws Exception {
        assertThat(called(new Certificates(address, from), true))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TLS));
    }

    @ParameterizedTest
    @CsvSource({"true, Accepted", "false, Unknown"})
    void showsItsOwnCertificateWhereTheProvinceAsksForOne(boolean given, String outcome) throws Exception {
        asksForCertificate = true;
        identity = given;

        assertThat(called(new Certificates("127.0.0.1", -1), true).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    private ProvinceReply called(Certificates certificates, boolean trusted) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serving()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setNeedClientAuth(asksForCertificate);
                parameters.setSSLParameters(tls);
            }
        });
        Links links = new Links(folder)
                .set(PREFIX + "private-key", ours.privateKey())
                .set(PREFIX + "province-key", theirs.publicKey());
        if (trusted) {
            links.edit("33-zhejiang.yaml", "# trust: /etc/tongban/zhejiang-ca.pem", "trust: " + certificates.pem(keys));
        }
        if (identity) {
            links.edit(
                    "33-zhejiang.yaml",
                    "  trust: ",
                    "  client-certificate: " + certificates.identity(keys) + "\n  trust: ");
        }
        try (RestStub province = new RestStub(Seal.sm2(theirs, ours.publicKey()), server);
                ProvinceLink link = links.set(PREFIX + "endpoint", "https://127.0.0.1:" + province.port() + "/zj")
                        .open()) {
            province.answering("0000", "aac001", "3300000001");
            ProvinceReply reply = link.send(Samples.register(ZHEJIANG));
            assertThat(province.requests).hasSize(reply instanceof ProvinceReply.Accepted ? 2 : 0);
            return reply;
        }
    }
}
