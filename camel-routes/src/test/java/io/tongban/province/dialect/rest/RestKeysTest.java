package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.PREFIX;
import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.Seal;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestKeysTest {
    private static final String FILE = "33-zhejiang.yaml";

    private final Seal.Pair next = Seal.Pair.fresh();

    @TempDir
    Path folder;

    private RestProvince province;

    @BeforeEach
    void open() {
        province = new RestProvince(folder);
        province.stub.answering("0000", "aac001", "3300000001");
    }

    @AfterEach
    void close() {
        province.close();
    }

    @Test
    void takesBothKeysOfAProvinceThatChangesThem() {
        try (ProvinceLink link = province.links
                .set(PREFIX + "province-key-next", next.publicKey())
                .open()) {
            assertThat(register(link)).isInstanceOf(ProvinceReply.Accepted.class);
            province.stub.seal = Seal.sm2(next, province.ours.publicKey());
            assertThat(register(link)).isInstanceOf(ProvinceReply.Accepted.class);
            province.stub.seal = Seal.sm2(Seal.Pair.fresh(), province.ours.publicKey());
            assertThat(register(link)).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @Test
    void takesNoKeyThatItWasNotTold() {
        try (ProvinceLink link = province.links.open()) {
            register(link);
            province.stub.seal = Seal.sm2(next, province.ours.publicKey());

            assertThat(register(link)).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @Test
    void takesNoSm2SignatureWhereAnHmacIsDue() {
        Seal sm2 = province.stub.seal;
        try (ProvinceLink link = province.signing("hmac-sm3").links.open()) {
            register(link);
            Seal hmac = province.stub.seal;
            province.stub.business = (http, request) -> {
                province.stub.seal = sm2;
                RestStub.reply(http, 200, province.stub.answer(request, "0000", "aac001", "3300000001"));
                province.stub.seal = hmac;
            };

            assertThat(register(link)).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private-key | ' ' | needs the property tongban.province.33.private-key, which is not set; configure it",
                "province-key | ' ' | needs the property tongban.province.33.province-key, which is not set; configure it",
                "private-key | 00 | cannot be used; write ${a.property.name} of our private key, 64 digits of hex",
                "province-key | 0400 | cannot be used; write the public key of the province",
                "province-key-next | 0400 | cannot be used; write the public key of the province",
            })
    void stopsTheStartForAKeyThatIsNone(String option, String value, String message) {
        Links links = province.links.set(PREFIX + option, value);

        assertThatThrownBy(links::open)
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith(FILE + ":")
                .hasMessageContaining("\"options." + option + "\" " + message)
                .hasMessageNotContaining("0400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signature: sm2 | signature: rsa | \"options.signature\" cannot be used; write hmac-sm3 or sm2",
                "private-key: ${tongban.province.33.private-key} | private-key: 3945208f | is a secret and must not stand in a file",
                "private-key: ${tongban.province.33.private-key} | '' | lacks \"options.private-key\", which the dialect rest needs",
                "# trust: /etc/tongban/zhejiang-ca.pem | trust: /no/such/file | write the path of a file with certificates in PEM",
                "# trust: /etc/tongban/zhejiang-ca.pem | trust: pom.xml | write the path of a file with certificates in PEM",
            })
    void stopsTheStartForAnOptionThatIsWrong(String old, String now, String message) {
        Links links = province.links.edit(FILE, old, now);

        assertThatThrownBy(links::open).isInstanceOf(DataFileException.class).hasMessageContaining(message);
    }

    private static ProvinceReply register(ProvinceLink link) {
        return link.send(Samples.register(ZHEJIANG));
    }
}
