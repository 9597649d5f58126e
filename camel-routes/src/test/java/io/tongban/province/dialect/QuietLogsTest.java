package io.tongban.province.dialect;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.reply;
import static io.tongban.province.farside.SoapStub.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.Seal;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Overheard;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Every way of failing, with everyone's debug log on: no person, no password and no token is in it. */
@Isolated("reads what this JVM logs")
class QuietLogsTest {
    private static final String BOOKED = "<DZDH>GD20261123000001</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>";

    private final SoapStub guangdong = new SoapStub();
    private final Seal.Pair keys = Seal.Pair.fresh();
    private final RestStub zhejiang = new RestStub(Seal.sm2(keys, keys.publicKey()));
    private final TcpStub sichuan = new TcpStub();
    private final ExchangeStub dongting = new ExchangeStub();
    private final Overheard log = new Overheard();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        log.close();
        guangdong.close();
        sichuan.close();
        dongting.close();
        zhejiang.close();
    }

    @Test
    void aFailingCallLeavesItsProvinceSerialAndCauseAndNothingOfAnyPerson() {
        String echo = Samples.NAME + Samples.CITIZEN_NUMBER + Samples.MOBILE;
        Links links = Dongting.links(folder, dongting.endpoint())
                .hasty("51-sichuan.yaml")
                .set("tongban.province.44.endpoint", guangdong.endpoint())
                .set("tongban.province.51.endpoint", sichuan.endpoint())
                .set("tongban.province.33.endpoint", zhejiang.endpoint())
                .set("tongban.province.33.private-key", keys.privateKey())
                .set("tongban.province.33.province-key", keys.publicKey());
        try (ProvinceLink link = links.open()) {
            guangdong.business = (http, request) -> reply(
                    http,
                    500,
                    "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault>"
                            + "<faultcode>e:Server</faultcode><faultstring>" + echo
                            + "</faultstring></e:Fault></e:Body></e:Envelope>");
            call(link, Samples.GUANGDONG);
            guangdong.business =
                    (http, request) -> reply(http, 200, "text/html", ("<p>" + echo).getBytes(StandardCharsets.UTF_8));
            call(link, Samples.GUANGDONG);
            guangdong.business = (http, request) -> reply(http, 200, "<" + echo);
            call(link, Samples.GUANGDONG);
            guangdong.business = (http, request) -> reply(http, 200, envelope("<" + echo));
            call(link, Samples.GUANGDONG);
            guangdong.business = (http, request) -> reply(http, 200, envelope(result("0", echo, echo, BOOKED)));
            call(link, Samples.GUANGDONG);
            guangdong.answering("2002", echo);
            call(link, Samples.GUANGDONG);
            sichuan.script = (request, out, socket) -> out.write(TcpStub.frame(echo));
            call(link, Samples.SICHUAN);
            sichuan.script = (request, out, socket) -> out.write(echo.getBytes(TcpStub.GBK));
            call(link, Samples.SICHUAN);
            sichuan.script = (request, out, socket) -> {};
            call(link, Samples.SICHUAN);
            sichuan.script = (request, out, socket) -> socket.getInputStream().read();
            call(link, Samples.SICHUAN);
            for (String state : new String[] {"08006", "23514", "28000", "55P03", "57P01", "XX000"}) {
                dongting.answering(
                        "raise exception '" + echo + "' using errcode = '" + state + "', detail = new::text;");
                call(link, Samples.DONGTING);
            }
            dongting.answering(Dongting.refusing(echo));
            call(link, Samples.DONGTING);

            zhejiang.business = (http, request) -> RestStub.reply(http, 500, echo);
            call(link, RestProvince.ZHEJIANG);
            zhejiang.business = (http, request) -> RestStub.reply(http, 200, "{\"" + echo + "\":\"" + echo);
            call(link, RestProvince.ZHEJIANG);
            zhejiang.business = (http, request) -> RestStub.reply(http, 200, zhejiang.answer(request, echo));
            call(link, RestProvince.ZHEJIANG);
            zhejiang.answering("2002", "fhxx", echo);
            call(link, RestProvince.ZHEJIANG);
            zhejiang.business = (http, request) -> {
                throw new IOException(echo);
            };
            call(link, RestProvince.ZHEJIANG);
        }

        assertThat(log.lines)
                .anyMatch(line -> line.contains("province 44: withhold " + Samples.SERIAL + " is unknown: soap-fault"));
        List<String> secrets = Arrays.asList(
                Samples.NAME,
                Samples.CITIZEN_NUMBER,
                Samples.MOBILE,
                "4400000001",
                "secret-of",
                "T-1",
                "S-1",
                keys.privateKey());
        assertThat(log.lines).noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    private static void call(ProvinceLink link, ProvinceCode province) {
        assertThat(link.send(Samples.withhold(province))).isNotInstanceOf(ProvinceReply.Accepted.class);
        link.resume(Samples.register(province), Samples.CLOCK.instant());
    }
}
