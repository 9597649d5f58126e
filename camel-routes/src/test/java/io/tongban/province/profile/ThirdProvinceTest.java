package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Configured;
import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceRoutes;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new province in a known dialect is one file and no Java. */
class ThirdProvinceTest {
    private static final ProvinceCode YUNMENG = new ProvinceCode("99");
    private static final Path FOLDER = Path.of("src/test/resources/third-province");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "tongban.province.43.endpoint", "postgresql://127.0.0.1:9/none",
            "tongban.province.44.endpoint", "http://127.0.0.1:9/si");

    private final TcpStub province = new TcpStub();

    @AfterEach
    void close() throws IOException {
        province.close();
    }

    @Test
    void registersAndWithholdsInTheLayoutOfItsFile() {
        try (ProvinceLink link = open(Samples.CLOCK)) {
            province.script = (request, out, socket) ->
                    out.write(TcpStub.frame("00" + Samples.SERIAL + "    " + "REG   " + "YM000001"));
            InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "䶮𠮷", Samples.MOBILE);
            assertThat(link.send(Samples.register(YUNMENG, person)))
                    .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("YM000001")));
            assertThat(new String(province.requests.get(0), java.nio.charset.Charset.forName("GB18030")))
                    .isEqualTo(Samples.SERIAL + "    REG   " + "䶮𠮷" + " ".repeat(14) + Samples.CITIZEN_NUMBER + "G");

            province.script = (request, out, socket) -> out.write(TcpStub.frame(
                    "00" + Samples.SERIAL + "    " + "PAY   " + "20261123175201" + "0000110200" + "R1        "));
            assertThat(link.send(withhold()))
                    .isEqualTo(new ProvinceReply.Accepted(
                            Samples.SERIAL,
                            new ProvinceDetail.Withheld("R1", 110200, Instant.parse("2026-11-23T09:52:01Z"))));
            assertThat(TcpStub.text(province.requests.get(1), 30, 25)).isEqualTo("BYM0000012026100000110200");

            assertThat(link.send(Samples.query(YUNMENG)))
                    .isEqualTo(new ProvinceReply.Refused(
                            Samples.SERIAL, RefusalReason.OTHER, "not-offered", "query-status"));
        }
    }

    @Test
    void isListedWithTheOthersAndOpenWhileItsVersionIsInForce() {
        try (ProvinceLink link = open(Samples.CLOCK)) {
            assertThat(link.provinces())
                    .extracting(facts -> facts.code().value(), ProvinceFacts::nameZh, ProvinceFacts::open)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("44", "广东", true),
                            org.assertj.core.groups.Tuple.tuple("51", "四川", true),
                            org.assertj.core.groups.Tuple.tuple("99", "云梦", true));
        }
        // New Year in Shanghai, eight hours before it is in Greenwich.
        try (ProvinceLink link = open(Clock.fixed(Instant.parse("2026-12-31T16:00:00Z"), ZoneOffset.UTC))) {
            assertThat(link.facts(YUNMENG).orElseThrow().open()).isFalse();
        }
    }

    private static ProvinceCommand withhold() {
        return new ProvinceCommand.Withhold(
                YUNMENG,
                Samples.SERIAL,
                Samples.PERSON,
                "YM000001",
                new InsuranceKind("AAE140:310"),
                YearMonth.of(2026, 10),
                551000,
                110200,
                Samples.PAYER);
    }

    private ProvinceLink open(Clock clock) {
        return ProvinceRoutes.builder()
                .properties(name -> name.equals("tongban.province.99.endpoint")
                        ? Optional.of(province.endpoint())
                        : Configured.property(name))
                .spool(new MemorySpool().tendedElsewhere(true))
                .profilesFolder(Optional.of(FOLDER))
                .clock(clock)
                .build();
    }

    private Optional<String> property(String name) {
        return switch (name) {
            case "tongban.province.34.host-key" -> Optional.of("SHA256:" + "A".repeat(43));
            case "tongban.province.34.cut-every", "tongban.province.34.look-every" -> Optional.empty();
            case "tongban.province.44.endpoint" -> Optional.of("http://127.0.0.1:9/si");
            default -> Optional.of(province.endpoint());
        };
    }
}
