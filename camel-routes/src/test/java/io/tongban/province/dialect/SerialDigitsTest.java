package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A province whose serials are digits of one length gets ours as such a number, and we know ours again. */
class SerialDigitsTest {
    private static final String NUMBER = String.format("%034d", new BigInteger(Samples.SERIAL, 36));

    @TempDir
    Path folder;

    @Test
    void writesAndReadsItInADocument() throws Exception {
        try (SoapStub province = new SoapStub();
                ProvinceLink link = links("44-guangdong.yaml", "{pattern: \"TB*\", digits: 34}")
                        .set("tongban.province.44.endpoint", province.endpoint())
                        .open()) {
            province.answering("0000", "<AAC001>4400000001</AAC001>");

            assertThat(link.send(Samples.register(Samples.GUANGDONG)))
                    .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4400000001")));
            assertThat(province.requests.get(1)).contains("<serial>TB" + NUMBER + "</serial>");

            link.send(new ProvinceCommand.Inquire(
                    Samples.GUANGDONG, "Q261123175200000001B", Samples.register(Samples.GUANGDONG)));
            assertThat(province.requests.get(2)).contains("<OLDSERIAL>TB" + NUMBER + "</OLDSERIAL>");

            province.business = (http, request) -> SoapStub.reply(
                    http, 200, SoapStub.envelope(SoapStub.result(Samples.SERIAL, "0000", "", "<AAC001>44</AAC001>")));
            assertThat(link.send(Samples.register(Samples.GUANGDONG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {digits: 32} | "serial 20" is too narrow; a serial as formats.serial says has 32 characters
            {digits: 31} | is not a number from 32 to 40
            {} | says nothing; add "pattern" or "digits"
            """)
    void refusesWhatNoSerialOfOursFits(String format, String why) throws Exception {
        try (TcpStub province = new TcpStub()) {
            Links links = links("51-sichuan.yaml", format).set("tongban.province.51.endpoint", province.endpoint());

            assertThatThrownBy(links::open).hasStackTraceContaining(why);
        }
    }

    private Links links(String file, String format) {
        return new Links(folder).edit(file, "insurances: [", "formats: {serial: " + format + "}\ninsurances: [");
    }
}
