package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Deaf;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile says of the whole way to its province, seen by what comes out at the far side. */
class ProfileWordsTest {
    @TempDir
    Path folder;

    @Test
    void callsEachProvinceInTheDialectOfItsProfile() throws Exception {
        try (SoapStub guangdong = new SoapStub();
                TcpStub sichuan = new TcpStub()) {
            guangdong.answering("0000", "<AAC001>4400000001</AAC001>");
            sichuan.answering("0000", "510000000001");
            assertThat(Links.shipped("44-guangdong.yaml")).contains("dialect: soap");
            assertThat(Links.shipped("51-sichuan.yaml")).contains("dialect: tcp");
            try (ProvinceLink link = new Links(folder)
                    .set("tongban.province.44.endpoint", guangdong.endpoint())
                    .set("tongban.province.51.endpoint", sichuan.endpoint())
                    .open()) {
                assertThat(link.send(Samples.register(Samples.GUANGDONG))).isInstanceOf(ProvinceReply.Accepted.class);
                assertThat(link.send(Samples.register(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
            }
        }
    }

    @Test
    void doesAsTheOptionsOfTheProfileSay() throws Exception {
        // Its length has four digits and counts them, which nobody takes who reads the usual six.
        try (TcpStub sichuan = new TcpStub(4, true)) {
            sichuan.script = (request, out, socket) -> {
                byte[] answer = (TcpStub.head(request, "0000") + "510000000001").getBytes(TcpStub.GBK);
                out.write(String.format("%04d", 4 + answer.length).getBytes(TcpStub.GBK));
                out.write(answer);
            };
            try (ProvinceLink link = new Links(folder)
                    .edit(
                            "51-sichuan.yaml",
                            "insurances: [",
                            "options: {length-octets: 4, length-counts-itself: \"yes\"}\ninsurances: [")
                    .set("tongban.province.51.endpoint", sichuan.endpoint())
                    .open()) {
                assertThat(link.send(Samples.register(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
            }
        }
    }

    /** Nobody else would be so impatient: after five seconds the far side listens, and the call would be cut. */
    @ParameterizedTest
    @CsvSource({"51-sichuan.yaml, 51, tcp://", "44-guangdong.yaml, 44, http://"})
    void waitsForAConnectionAsLongAsTheProfileSays(String file, String code, String scheme) throws Exception {
        try (Deaf province = new Deaf();
                ProvinceLink link = new Links(folder)
                        .edit(file, "connect: 2s", "connect: 50ms")
                        .set("tongban.province." + code + ".endpoint", scheme + province.endpoint())
                        .open()) {
            province.listenAfter(Duration.ofSeconds(5));

            assertThat(link.send(Samples.register(new ProvinceCode(code))))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_CONNECTED));
        }
    }
}
