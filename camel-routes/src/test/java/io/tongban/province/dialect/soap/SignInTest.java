package io.tongban.province.dialect.soap;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.field;
import static io.tongban.province.farside.SoapStub.reply;
import static io.tongban.province.farside.SoapStub.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final String REGISTERED = "<AAC001>4400000001</AAC001>";

    private final SoapStub province = new SoapStub();
    private final AtomicInteger signIns = new AtomicInteger();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        province.signIn = (http, request) -> reply(
                http, 200, envelope(result(request, "0000", "<token>T-" + signIns.incrementAndGet() + "</token>")));
        link = new Links(folder)
                .set("tongban.province.44.endpoint", province.endpoint())
                .open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void signsInAgainAndRepeatsTheSameSerialWhenTheSignInIsOver() {
        acceptOnly("T-2");

        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.requests)
                .extracting(request -> field(request, "transcode") + " " + field(request, "token"))
                .containsExactly("SIGNIN ", "GD1001 T-1", "SIGNIN ", "GD1001 T-2");
        assertThat(field(province.requests.get(1), "serial")).isEqualTo(field(province.requests.get(3), "serial"));
    }

    @Test
    void repeatsOnlyOnce() {
        acceptOnly("never");

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
        assertThat(province.requests).hasSize(4);
    }

    @Test
    void sendsNothingWhenTheSignInIsRefused() {
        province.signIn = (http, request) -> reply(http, 200, envelope(result(request, "1002", "")));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.ACCESS_REFUSED));
        assertThat(province.requests).hasSize(1);
    }

    /** A province counts them, and locks the account. */
    @ParameterizedTest
    @ValueSource(strings = {"1002", "7777", "<html>"})
    void signsInNoMoreThanTwiceInARowToNoAvail(String code) {
        province.signIn = (http, request) ->
                reply(http, 200, code.startsWith("<") ? envelope(code) : envelope(result(request, code, "")));

        for (int call = 0; call < 50; call++) {
            assertThat(register()).isInstanceOf(ProvinceReply.Unknown.class);
        }
        assertThat(province.requests).hasSize(2);
    }

    @Test
    void givesUpTokensThatAreNeverTaken() {
        acceptOnly("never");

        for (int call = 0; call < 60; call++) {
            assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
        }
        assertThat(signIns.get()).isLessThanOrEqualTo(13);
    }

    @Test
    void beginsAnewWhenTheProfileHasChanged() {
        province.signIn = (http, request) -> reply(http, 200, envelope(result(request, "1002", "")));
        for (int call = 0; call < 5; call++) {
            register();
        }
        province.signIn = (http, request) -> reply(http, 200, envelope(result(request, "0000", "<token>T-1</token>")));
        province.answering("0000", REGISTERED);
        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.ACCESS_REFUSED));

        link.close();
        link = reopened();
        assertThat(register()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void takesNoTokenFromAReplyForAnotherSerial() {
        province.signIn = (http, request) ->
                reply(http, 200, envelope(result("Q2611231752000000009", "0000", "", "<token>X</token>")));

        assertThat(register()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_SIGNED_IN));
    }

    @Test
    void signsInOnceForManyCallsThatFindTheSignInOverTogether() throws Exception {
        int callers = 8;
        CountDownLatch together = new CountDownLatch(callers);
        province.business = (http, request) -> {
            boolean over = field(request, "token").equals("T-1");
            if (over) {
                together.countDown();
                await(together);
            }
            reply(http, 200, envelope(result(request, over ? "1001" : "0000", over ? "" : REGISTERED)));
        };
        link = reopened();

        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<ProvinceReply>> replies = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            replies.add(threads.submit(this::register));
        }
        for (Future<ProvinceReply> reply : replies) {
            assertThat(reply.get()).isInstanceOf(ProvinceReply.Accepted.class);
        }
        threads.shutdown();
        assertThat(signIns).hasValue(2);
    }

    /** With a reply time-out that eight callers at once do not meet on a slow machine. */
    private ProvinceLink reopened() {
        link.close();
        return new Links(folder)
                .edit("44-guangdong.yaml", "reply: 10s", "reply: 20s")
                .set("tongban.province.44.endpoint", province.endpoint())
                .open();
    }

    private void acceptOnly(String token) {
        province.business = (http, request) -> reply(
                http,
                200,
                envelope(
                        field(request, "token").equals(token)
                                ? result(request, "0000", REGISTERED)
                                : result(request, "1001", "")));
    }

    private ProvinceReply register() {
        return link.send(Samples.register(Samples.GUANGDONG));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
