package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestBusyTest {
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

    @Test
    void isNotCalledUntilTheTimeThatItNames() {
        tooMany("30");

        assertBusy();
        assertBusy();
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001");
    }

    @Test
    void isCalledAgainAtOnceWhereItNamesNoTime() {
        tooMany("");

        assertBusy();
        province.stub.answering("0000", "aac001", "3300000001");
        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    private void tooMany(String retryAfter) {
        province.stub.business = (http, request) -> {
            http.getResponseHeaders().set("Retry-After", retryAfter);
            RestStub.reply(http, 429, "");
        };
    }

    private void assertBusy() {
        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.BUSY_THERE));
    }

    private ProvinceReply register() {
        return link.send(Samples.register(ZHEJIANG));
    }
}
