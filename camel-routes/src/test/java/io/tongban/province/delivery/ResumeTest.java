package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";
    private static final ProvinceReply ACCEPTED = new ProvinceReply.Accepted(
            Samples.SERIAL,
            new ProvinceDetail.Withheld("SC20261123000001", 110200, Instant.parse("2026-11-23T09:52:01Z")));

    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    private ProvinceLink link;

    private void open() {
        link = links().open();
    }

    private Links links() {
        return new Links(folder).set("tongban.province.51.endpoint", province.endpoint());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        province.close();
    }

    @Test
    void takesTheAnswerOfTheInquiryAndSendsNothing() {
        open();
        province.answering("0000", BOOKED);

        assertThat(resumed()).isEqualTo(ACCEPTED);
        assertThat(province.requests).extracting(ResumeTest::transaction).containsExactly("2009");
        assertThat(TcpStub.text(province.requests.get(0), 4, 20)).matches("Q261123175200[0-9A-Z]{7}");
    }

    @Test
    void sendsUnderTheSameSerialWhenTheProvinceNeverSawIt() {
        open();
        province.script = (request, out, socket) -> out.write(TcpStub.frame(
                transaction(request).equals("2009")
                        ? TcpStub.head(request, "D404")
                        : TcpStub.head(request, "0000") + BOOKED));

        assertThat(resumed()).isEqualTo(ACCEPTED);
        assertThat(province.requests).extracting(ResumeTest::transaction).containsExactly("2009", "2001");
        assertThat(TcpStub.text(province.requests.get(1), 4, 20)).isEqualTo(Samples.SERIAL);
    }

    @Test
    void believesNoRefusalOfASecondSendWhenTheFirstWasBookedInBetween() {
        open();
        answeringInTurn("D404", "C002", "0000" + BOOKED);

        assertThat(resumed()).isEqualTo(ACCEPTED);
        assertThat(province.requests).extracting(ResumeTest::transaction).containsExactly("2009", "2001", "2009");
    }

    @Test
    void believesNoRefusalOfASecondSendThatTheInquiryLeavesOpen() {
        open();
        answeringInTurn("D404", "C002", "Z999");

        assertThat(resumed()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNCERTAIN));
    }

    @Test
    void believesTheRefusalOfASecondSendWhenNothingElseArrived() {
        open();
        answeringInTurn("D404", "C002", "D404");

        assertThat(resumed()).isInstanceOfSatisfying(ProvinceReply.Refused.class, refused -> {
            assertThat(refused.serial()).isEqualTo(Samples.SERIAL);
            assertThat(refused.reason()).isEqualTo(RefusalReason.PERIOD_ALREADY_PAID);
        });
        assertThat(province.requests).hasSize(3);
    }

    @Test
    void sendsNothingWhenTheInquiryItselfHasNoAnswer() {
        open();
        province.script = (request, out, socket) -> {};

        assertThat(resumed()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CONNECTION_CUT));
        assertThat(province.requests).hasSize(1);
    }

    @Test
    void handsOnARefusalOrAPendingUnderTheCommandsOwnSerial() {
        open();
        province.answering("E500", "");
        assertThat(resumed()).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));

        province.answering("B001", "");
        assertThat(resumed().serial()).isEqualTo(Samples.SERIAL);
    }

    @Test
    void takesAnInquiryThatCouldNotBeWrittenForNoAnswer() {
        link = links().edit("51-sichuan.yaml", "asked-transaction 4", "asked-transaction 3")
                .open();

        assertThat(resumed()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_CARRIED));
        assertThat(province.requests).isEmpty();
    }

    @Test
    void doesNotTakeAnotherAmountFromAnInquiryEither() {
        open();
        province.answering("0000", BOOKED.replace("110200", "110300"));

        assertThat(resumed()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.AMOUNT_DIFFERS));
    }

    @Test
    void asksAQuestionAgainWithoutAnInquiry() {
        open();
        province.answering("0000", "00");

        assertThat(link.resume(Samples.query(Samples.SICHUAN), Instant.EPOCH))
                .isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.requests).extracting(ResumeTest::transaction).containsExactly("3001");
    }

    @Test
    void knowsNoProvinceWithoutAProfile() {
        open();

        assertThatThrownBy(() -> link.send(Samples.register(new ProvinceCode("98"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no profile is in force today for province 98");
        assertThat(link.facts(new ProvinceCode("98"))).isEmpty();
    }

    private void answeringInTurn(String... codesAndBodies) {
        Queue<String> left = new ConcurrentLinkedQueue<>(List.of(codesAndBodies));
        province.script = (request, out, socket) -> {
            String answer = left.remove();
            out.write(TcpStub.frame(TcpStub.head(request, answer.substring(0, 4)) + answer.substring(4)));
        };
    }

    private ProvinceReply resumed() {
        return link.resume(Samples.withhold(Samples.SICHUAN), Samples.CLOCK.instant());
    }

    private static String transaction(byte[] request) {
        return new String(request, 0, 4, StandardCharsets.US_ASCII);
    }
}
