package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Samples;
import jakarta.jms.BytesMessage;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing on the reply queue stops the route. */
class QueuePoisonTest {
    private static final String GOOD = message("HA2001", Samples.SERIAL, "0000", BOOKED);
    private static final List<String> UNREAD = new CopyOnWriteArrayList<>();
    private static final Arrived ARRIVED = new Arrived() {
        @Override
        public void unreadable(ProvinceCode province, String why, byte[] octets) {
            UNREAD.add(why + ": " + new String(octets, StandardCharsets.UTF_8));
        }
    };

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static QueueStub province;
    private static ProvinceLink link;

    @BeforeAll
    static void open() throws Exception {
        broker = new TestBroker().start();
        province = new QueueStub(broker);
        link = new Links(folder)
                .set("tongban.province.41.endpoint", broker.endpoint())
                .inbox(ARRIVED)
                .open();
    }

    @AfterAll
    static void close() throws Exception {
        link.close();
        province.close();
        broker.close();
    }

    /** Whatever was there, what comes next is read, and nothing of what was there has reached the inbox. */
    @AfterEach
    void readsOn() throws Exception {
        province.reply(Samples.SERIAL, GOOD);

        assertThat(ARRIVED.next()).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(ARRIVED.isEmpty()).isTrue();
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                " ",
                "not XML",
                "<html><body>Error</body></html>",
                "<msg><head>",
                "<msg/>",
                GOOD + GOOD,
                "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + GOOD.substring(38).replace("完成", "&b;"),
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + GOOD.substring(38).replace("完成", "&x;"),
                GOOD.replace("完成", "&x;"),
                GOOD.replace(Samples.SERIAL, "\u0001" + Samples.SERIAL.substring(1)),
                GOOD.replace("完成", "<a>".repeat(5000) + "</a>".repeat(5000)),
                GOOD.replace("完成", "完".repeat(30_000)),
                GOOD.replace("HA2001", "HA7777"),
                GOOD.replace("HA2001", ""),
                GOOD.replace(Samples.SERIAL, ""),
                GOOD.replace(Samples.SERIAL, "W261123175200000002B"),
                GOOD.replace(Samples.SERIAL, "王".repeat(20)),
                GOOD.replace("0000", ""),
                GOOD.replace("0000", "7777"),
                GOOD.replace("0000", "9999"),
                GOOD.replace("<YJJE>1102.00</YJJE>", ""),
                GOOD.replace("1102.00", "1102"),
                GOOD.replace("1102.00", "-1102.00"),
                GOOD.replace("1102.00", "1e3"),
                GOOD.replace("1102.00", "9<b/>1102.00<b/>"),
                GOOD.replace(BOOKED, BOOKED + BOOKED),
                GOOD.replace("20261123175201", "20261323175201"),
                message("HA2900", Samples.SERIAL, "0000", "<JZSJ>yesterday</JZSJ>"),
                message("HA2900", Samples.SERIAL, "9999", ""),
                message("HA2900", "", "0000", ""));
    }

    @ParameterizedTest
    @MethodSource
    void unreadable(String text) throws Exception {
        province.reply(Samples.SERIAL, text);

        assertThat(((TextMessage) province.aside()).getText()).isEqualTo(text);
    }

    /** As it came, and why: for whoever looks, and for nobody else. */
    @Test
    void tellsWhatCannotBeReadAsItCame() throws Exception {
        UNREAD.clear();
        province.reply(Samples.SERIAL, GOOD.replace("HA2001", "HA7777"));
        province.aside();
        province.sending(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(new byte[] {1, 2, 3});
            return message;
        });
        province.aside();

        assertThat(UNREAD)
                .containsExactly(
                        "unreadable at transaction: " + GOOD.replace("HA2001", "HA7777"),
                        "unreadable: \u0001\u0002\u0003");
    }

    @Test
    void putsTenMegabytesAside() throws Exception {
        province.reply(Samples.SERIAL, "x".repeat(10_000_000));

        assertThat(((TextMessage) province.aside()).getText()).hasSize(10_000_000);
    }

    @Test
    void putsBytesAsideWithoutTheirProperties() throws Exception {
        province.sending(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(new byte[] {1, 2, 3});
            message.setStringProperty("whose", Samples.NAME);
            message.setJMSReplyTo(session.createQueue("SI.HA.REQ"));
            return message;
        });

        Message aside = province.aside();
        assertThat(((BytesMessage) aside).getBodyLength()).isEqualTo(3);
        assertThat(aside.propertyExists("whose")).isFalse();
        assertThat(aside.getJMSReplyTo()).isNull();
    }

    @Test
    void putsAsideThatThereWasAnObjectAMapOrNothingAtAll() throws Exception {
        province.sending(session -> session.createObjectMessage("an object"));
        province.sending(session -> {
            MapMessage map = session.createMapMessage();
            map.setString("lsh", Samples.SERIAL);
            return map;
        });
        province.sending(session -> session.createMessage());

        for (int message = 0; message < 3; message++) {
            assertThat(province.aside()).isNotNull();
        }
    }

    @Test
    void readsOnPastAMessageThatCannotEvenBeReceived() throws Exception {
        broker.sendRaw("SI.HA.REP", new byte[] {1, 127, 0, 0, 9, 1});
    }

    @Test
    void leavesWhatWouldGrowInMemoryWhereItIs() throws Exception {
        broker.sendCompressed("SI.HA.REP", "x".repeat(1_000_000));
    }

    @Test
    void answersNobodyWhoAsksForAnAnswer() throws Exception {
        province.sending(session -> {
            TextMessage message = session.createTextMessage(GOOD);
            message.setJMSReplyTo(session.createQueue("SI.HA.REP"));
            return message;
        });

        assertThat(ARRIVED.next()).isInstanceOf(ProvinceReply.Accepted.class);
    }
}
