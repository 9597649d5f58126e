package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static io.tongban.province.farside.RestStub.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clock stands at 17:52; the province goes by its own. */
class RestClockTest {
    @TempDir
    Path folder;

    private RestProvince province;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        province = new RestProvince(folder);
        link = province.links.open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261123180200", "20261123174000", "20261124175200", "20261122175200"})
    void goesByTheProvincesClockUpToADay(String theirs) {
        theirClockStandsAt(theirs);

        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ0001", "ZJ1001");
        assertThat(sentAt()).containsExactly(RestStub.NOW, theirs, theirs);

        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.stub.transactions()).hasSize(4);
    }

    @Test
    void triesACallOnceMoreUnderTheSameSerial() {
        register();
        theirClockStandsAt("20261123180200");

        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001", "ZJ1001", "ZJ1001");
        assertThat(province.stub.requests.get(2).get("lsh"))
                .isEqualTo(province.stub.requests.get(3).get("lsh"));
    }

    @ParameterizedTest
    @CsvSource({
        "20261124175201, clock-differs",
        "20251123175200, clock-differs",
        "20261131000000, unreadable",
        "'', unreadable"
    })
    void aLargerDifferenceIsNoneThatAClockHas(String theirs, String cause) {
        register();
        province.stub.business =
                (http, request) -> reply(http, 200, province.stub.answer(request, "1003", "timestamp", theirs));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001", "ZJ1001");
    }

    @Test
    void triesOnlyOnceMore() {
        province.stub.answering("1003");

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CLOCK_DIFFERS));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001", "ZJ1001");
    }

    @Test
    void doesNotFollowAClockThatTheProvinceHasNotSigned() {
        register();
        province.stub.business = (http, request) ->
                reply(http, 200, province.stub.answer(request, "1003").replace("20261123175200", "20261124000000"));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        province.stub.answering("0000", "aac001", "3300000001");
        register();
        assertThat(sentAt()).containsOnly(RestStub.NOW);
    }

    private void theirClockStandsAt(String theirs) {
        RestStub.Script judging = (http, request) -> reply(http, 200, judged(request, theirs));
        province.stub.signIn = judging;
        province.stub.business = judging;
    }

    private String judged(Map<String, String> request, String theirs) {
        return request.get("timestamp").equals(theirs)
                ? province.stub.answer(request, "0000", "signno", "S-1", "aac001", "3300000001")
                : province.stub.answer(request, "1003", "timestamp", theirs);
    }

    private List<String> sentAt() {
        return province.stub.requests.stream()
                .map(request -> request.get("timestamp"))
                .toList();
    }

    private ProvinceReply register() {
        return link.send(Samples.register(ZHEJIANG));
    }
}
