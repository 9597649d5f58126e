package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.field;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes too late, twice, in another order or unasked. */
class QueueArrivalsTest {
    private static final String OTHER = "W261123175200000002B";
    private static final Instant BOOKED_AT = Instant.parse("2026-11-23T09:52:01Z");

    @TempDir
    static Path folder;

    private static final Arrived ARRIVED = new Arrived();
    private static TestBroker broker;
    private static QueueStub province;
    private static ProvinceLink link;

    @BeforeAll
    static void open() throws Exception {
        broker = new TestBroker().start();
        province = new QueueStub(broker);
        link = new Links(folder)
                .edit("41-henan.yaml", "connect: 2s, reply: 10s", "connect: 10s, reply: 4s")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .inbox(ARRIVED)
                .open();
        // The first call of all connects; the others are measured against their time-out.
        province.answering("0000", BOOKED);
        link.send(Samples.withhold(Samples.HENAN));
        province.request();
    }

    @AfterAll
    static void close() throws Exception {
        link.close();
        province.close();
        broker.close();
    }

    @BeforeEach
    void silent() {
        province.script = (text, stub) -> {};
    }

    @Test
    void aReplyThatComesTooLateGoesToTheInbox() throws Exception {
        assertThat(link.send(Samples.withhold(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));

        province.reply(Samples.SERIAL, message(province.request(), "0000", BOOKED));

        assertThat(ARRIVED.next()).isEqualTo(accepted(Samples.SERIAL));
    }

    @Test
    void aQuestionThatNobodyAnswersIsUnknown() throws Exception {
        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.HENAN));

        assertThat(link.send(inquiry)).isEqualTo(new ProvinceReply.Unknown(inquiry.serial(), UnknownCause.TIMEOUT));
        assertThat(link.send(Samples.query(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TIMEOUT));
        province.request();
        province.request();
    }

    @Test
    void ofAReplyThatComesTwiceTheCallerGetsOneAndTheInboxTheOther() throws Exception {
        province.script = (text, stub) -> {
            stub.reply(Samples.SERIAL, message(text, "0000", BOOKED));
            stub.reply(Samples.SERIAL, message(text, "0000", BOOKED));
        };

        assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(accepted(Samples.SERIAL));
        assertThat(ARRIVED.next()).isEqualTo(accepted(Samples.SERIAL));
        province.request();
    }

    @Test
    void repliesInAnotherOrderReachTheirOwnCallers() throws Exception {
        CompletableFuture<ProvinceReply> first = calling(Samples.withhold(Samples.HENAN));
        CompletableFuture<ProvinceReply> second = calling(Samples.withhold(Samples.HENAN, OTHER));
        String one = province.request();
        String two = province.request();

        province.reply(field(two, "lsh"), message(two, "0000", BOOKED));
        province.reply(field(one, "lsh"), message(one, "3002", ""));

        boolean ownFirst = field(one, "lsh").equals(Samples.SERIAL);
        assertThat((ownFirst ? first : second).get()).isInstanceOf(ProvinceReply.Refused.class);
        assertThat((ownFirst ? second : first).get()).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void aReplyForASerialNeverSentGoesToTheInbox() throws Exception {
        province.reply(OTHER, message("HA2001", OTHER, "0000", BOOKED));

        assertThat(ARRIVED.next()).isEqualTo(accepted(OTHER));
    }

    @Test
    void aReplyWithoutCorrelationGoesToTheInbox() throws Exception {
        province.reply(null, message("HA1001", OTHER, "0000", "<AAC001>4100000001</AAC001>"));

        assertThat(ARRIVED.next())
                .isEqualTo(new ProvinceReply.Accepted(OTHER, new ProvinceDetail.Registered("4100000001")));
    }

    @Test
    void aSuccessIsReversedLater() throws Exception {
        province.reply(null, message("HA2900", Samples.SERIAL, "0000", "<JZSJ>20261124090000</JZSJ>"));
        province.reply(OTHER, message("HA2900", OTHER, "0000", ""));

        assertThat(new Object[] {ARRIVED.next(), ARRIVED.next()})
                .containsExactlyInAnyOrder(
                        new Arrived.Reversal(Samples.SERIAL, Instant.parse("2026-11-24T01:00:00Z")),
                        new Arrived.Reversal(OTHER, Samples.CLOCK.instant()));
    }

    @Test
    void aReplyIsDeliveredAgainUntilTheStoreIsBack() throws Exception {
        int before = ARRIVED.refused();
        ARRIVED.failing(3);
        province.reply(OTHER, message("HA2001", OTHER, "5000", ""));

        assertThat(ARRIVED.next()).isEqualTo(new ProvinceReply.Pending(OTHER, null));
        assertThat(ARRIVED.refused() - before).isEqualTo(3);
        province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
        assertThat(ARRIVED.next()).as("the first was taken once").isEqualTo(accepted(Samples.SERIAL));
    }

    private static CompletableFuture<ProvinceReply> calling(ProvinceCommand command) {
        return Meanwhile.call(() -> link.send(command));
    }

    private static ProvinceReply accepted(String serial) {
        return new ProvinceReply.Accepted(serial, new ProvinceDetail.Withheld("HA20261123000001", 110200, BOOKED_AT));
    }
}
