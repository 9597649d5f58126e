package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static io.tongban.province.farside.RestStub.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.Seal;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestSignInTest {
    private final AtomicInteger signIns = new AtomicInteger();

    @TempDir
    Path folder;

    private RestProvince province;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        province = new RestProvince(folder);
        province.stub.signIn = (http, request) ->
                reply(http, 200, province.stub.answer(request, "0000", "signno", "S-" + signIns.incrementAndGet()));
        link = province.links.open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void signsInAgainAndRepeatsTheSameSerialWhenTheSignInIsOver() {
        acceptOnly("S-2");

        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.stub.requests)
                .extracting(request -> request.get("jydm") + " " + request.get("signno"))
                .containsExactly("ZJ0001 null", "ZJ1001 S-1", "ZJ0001 null", "ZJ1001 S-2");
        assertThat(province.stub.requests.get(1).get("lsh"))
                .isEqualTo(province.stub.requests.get(3).get("lsh"));
    }

    @Test
    void repeatsOnlyOnce() {
        acceptOnly("never");

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001", "ZJ0001", "ZJ1001");
    }

    @Test
    void believesNobodyElsesSayingThatTheSignInIsOver() {
        province.stub.business = (http, request) ->
                reply(http, 200, Seal.sm2(Seal.Pair.fresh(), "").sign("") + province.stub.answer(request, "1001"));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001");
    }

    @Test
    void manyCallsShareOneRenewal() throws Exception {
        register();
        acceptOnly("S-2");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<ProvinceReply>> replies = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            replies.add(threads.submit(this::register));
        }
        for (Future<ProvinceReply> reply : replies) {
            assertThat(reply.get()).isInstanceOf(ProvinceReply.Accepted.class);
        }
        threads.shutdown();

        assertThat(signIns).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1002, access-refused",
        "1004, busy-there",
        "1003, clock-differs",
        "9999, not-signed-in",
        "7777, not-signed-in"
    })
    void sendsNothingWithoutASignIn(String code, String cause) {
        province.stub.signIn = (http, request) -> reply(http, 200, province.stub.answer(request, code));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
        assertThat(province.stub.transactions()).containsOnly("ZJ0001");
    }

    @ParameterizedTest
    @CsvSource({"401, access-refused", "500, not-signed-in", "429, busy-there"})
    void sendsNothingWhenTheSignInFails(int status, String cause) {
        province.stub.signIn = (http, request) -> reply(http, status, "");

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
        assertThat(province.stub.transactions()).containsExactly("ZJ0001");
    }

    /** A province counts them, and locks the account. */
    @ParameterizedTest
    @CsvSource({"200, 1002", "200, 9999", "401, ''", "500, ''", "200, ''"})
    void signsInNoMoreThanTwiceInARowToNoAvail(int status, String code) {
        province.stub.signIn =
                (http, request) -> reply(http, status, code.isEmpty() ? "" : province.stub.answer(request, code));

        for (int call = 0; call < 50; call++) {
            assertThat(register()).isInstanceOf(ProvinceReply.Unknown.class);
        }
        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ0001");
    }

    @Test
    void takesNoSignInThatAnswersAnotherSerial() {
        province.stub.signIn = (http, request) -> {
            request.put("lsh", "Q0000000000000000000");
            reply(http, 200, province.stub.answer(request, "0000", "signno", "S-1"));
        };

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S 1", "签到", ""})
    void takesNoNumberThatNoRequestCouldCarry(String number) {
        province.stub.signIn =
                (http, request) -> reply(http, 200, province.stub.answer(request, "0000", "signno", number));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
    }

    private void acceptOnly(String number) {
        province.stub.business = (http, request) -> reply(
                http,
                200,
                number.equals(request.get("signno"))
                        ? province.stub.answer(request, "0000", "aac001", "3300000001")
                        : province.stub.answer(request, "1001"));
    }

    private ProvinceReply register() {
        return link.send(Samples.register(ZHEJIANG));
    }
}
