package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.TlsFarSide;
import io.tongban.province.farside.TlsFront;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each dialect over real TLS: who is believed, what is never sent, and that nobody goes on in clear text. */
@Execution(ExecutionMode.CONCURRENT)
class TlsTest {
    @TempDir
    Path folder;

    @TempDir
    Path keys;

    @ParameterizedTest
    @ValueSource(strings = {"soap", "tcp", "queue", "exchangedb"})
    void callsAProvinceForWhichItsOwnAuthorityVouches(String dialect) throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (TlsFarSide far = TlsFarSide.of(dialect);
                TlsFront front = far.front(certificates);
                ProvinceLink link =
                        far.links(folder, front.port(), certificates.pem(keys)).open()) {
            assertThat(link.send(Samples.register(far.province()))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(front.handshakes).hasPositiveValue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void believesWhomTheAddressOfADatabaseNames(boolean same) throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        Path named = (same ? certificates : new Certificates("127.0.0.1", -1)).pem(keys);
        try (TlsFarSide far = TlsFarSide.of("exchangedb");
                TlsFront front = far.front(certificates);
                ProvinceLink link = far.addressed(folder, front.port(), named).open()) {
            ProvinceReply reply = link.send(Samples.register(far.province()));
            if (same) {
                assertThat(reply).isInstanceOf(ProvinceReply.Accepted.class);
            } else {
                assertNothingSent(far, reply);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "tcp", "queue", "exchangedb"})
    void sendsNothingToWhomAnotherAuthorityVouchesFor(String dialect) throws Exception {
        try (TlsFarSide far = TlsFarSide.of(dialect);
                TlsFront front = far.front(new Certificates("127.0.0.1", -1));
                ProvinceLink link = far.links(folder, front.port(), new Certificates("127.0.0.1", -1).pem(keys))
                        .open()) {
            assertNothingSent(far, link.send(Samples.register(far.province())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "tcp", "queue", "exchangedb"})
    void sendsNothingToAnotherHostOfTheSameAuthority(String dialect) throws Exception {
        Certificates certificates = new Certificates("127.0.0.2", -1);
        try (TlsFarSide far = TlsFarSide.of(dialect);
                TlsFront front = far.front(certificates);
                ProvinceLink link =
                        far.links(folder, front.port(), certificates.pem(keys)).open()) {
            assertNothingSent(far, link.send(Samples.register(far.province())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "tcp", "queue", "exchangedb"})
    void doesNotGoOnInClearTextWhereTheServerHasNoTls(String dialect) throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (TlsFarSide far = TlsFarSide.of(dialect);
                ProvinceLink link =
                        far.links(folder, far.port(), certificates.pem(keys)).open()) {
            assertNothingSent(far, link.send(Samples.register(far.province())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "soap, true", "soap, false", "tcp, true", "tcp, false",
        "queue, true", "queue, false", "exchangedb, true", "exchangedb, false"
    })
    void showsItsOwnCertificateWhereTheProvinceAsksForOne(String dialect, boolean given) throws Exception {
        Certificates certificates = new Certificates("127.0.0.1", -1);
        try (TlsFarSide far = TlsFarSide.of(dialect);
                TlsFront front = far.front(certificates)) {
            front.asksForCertificate = true;
            Links links = far.links(folder, front.port(), certificates.pem(keys));
            if (given) {
                links = far.showing(folder, certificates.identity(keys));
            }
            try (ProvinceLink link = links.open()) {
                ProvinceReply reply = link.send(Samples.register(far.province()));
                if (given) {
                    assertThat(reply).isInstanceOf(ProvinceReply.Accepted.class);
                } else {
                    assertNothingSent(far, reply);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "51-sichuan.yaml, 51, tcp://127.0.0.1:9?sslEnabled=true, \"sslEnabled\"",
        "51-sichuan.yaml, 51, tcp://127.0.0.1:9/x, has a path",
        "41-henan.yaml, 41, tcp://127.0.0.1:9?sslEnabled=true, \"sslEnabled\"",
        "43-hunan.yaml, 43, postgresql://127.0.0.1:9/q?sslmode=require, sslmode=verify-full",
        "43-hunan.yaml, 43, postgresql://127.0.0.1:9/q?sslmode=prefer, sslmode=verify-full",
        "43-hunan.yaml, 43, postgresql://127.0.0.1:9/q?sslmode=verify-full&sslpassword=x, \"sslpassword\"",
        "43-hunan.yaml, 43, postgresql://127.0.0.1:9/q?ssl=true, \"ssl\"",
        "43-hunan.yaml, 43, postgresql://127.0.0.1:9/q?sslrootcert=/etc/ca.pem, clear text",
        "33-zhejiang.yaml, 33, https://127.0.0.1:9/zj?tls=on, \"tls\"",
        "34-anhui.yaml, 34, sftp://127.0.0.1:9/x?hostkey=no, \"hostkey\"",
        "44-guangdong.yaml, 44, http://u:p@127.0.0.1:9/si, a user"
    })
    void refusesAnAddressOfWhichSomethingWouldBePassedOver(String file, String code, String endpoint, String word) {
        Links links = new Links(folder).set("tongban.province." + code + ".endpoint", endpoint);

        assertThatThrownBy(links::open)
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "tcp", "queue", "exchangedb"})
    void refusesAnAuthorityForAnAddressInClearText(String dialect) throws Exception {
        try (TlsFarSide far = TlsFarSide.of(dialect)) {
            Links links = far.trusting(folder, new Certificates("127.0.0.1", -1).pem(keys))
                    .set("tongban.province." + far.province().value() + ".endpoint", far.clear());

            assertThatThrownBy(links::open)
                    .isInstanceOf(DataFileException.class)
                    .hasMessageContaining("clear text");
        }
    }

    private static void assertNothingSent(TlsFarSide far, ProvinceReply reply) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        ProvinceReply.Unknown.class,
                        unknown -> assertThat(unknown.cause().word())
                                .isIn("tls", "not-connected", "connection-cut", "not-signed-in", "timeout"));
        assertThat(far.arrived()).isZero();
    }
}
