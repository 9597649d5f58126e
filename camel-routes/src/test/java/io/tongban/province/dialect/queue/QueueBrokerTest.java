package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Arrived;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the broker itself can do to a caller. */
@Timeout(120)
class QueueBrokerTest {
    private final Arrived arrived = new Arrived();
    private TestBroker broker;

    @TempDir
    Path folder;

    @BeforeEach
    void create() throws Exception {
        broker = new TestBroker();
    }

    @AfterEach
    void close() throws Exception {
        broker.close();
    }

    @Test
    void startsWithoutABrokerAndReadsAsSoonAsThereIsOne() throws Exception {
        try (ProvinceLink link = open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown("not-connected"));

            broker.start();
            try (QueueStub province = new QueueStub(broker)) {
                province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
                assertThat(arrived.next()).isInstanceOf(ProvinceReply.Accepted.class);
            }
        }
    }

    @Test
    void goesOnWithABrokerThatWentAwayAndCameBack() throws Exception {
        broker.start();
        Links links = links().edit("41-henan.yaml", "connect: 2s", "connect: 500ms");
        try (ProvinceLink link = links.open()) {
            try (QueueStub province = new QueueStub(broker)) {
                province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
                arrived.next();
                link.send(Samples.withhold(Samples.HENAN));
            }
            broker.stop();
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isInstanceOf(ProvinceReply.Unknown.class);
            broker.start();
            try (QueueStub province = new QueueStub(broker)) {
                province.reply(Samples.SERIAL, message("HA2001", Samples.SERIAL, "0000", BOOKED));
                assertThat(arrived.next()).isInstanceOf(ProvinceReply.Accepted.class);
                province.answering("0000", BOOKED);
                ProvinceReply reply = link.send(Samples.withhold(Samples.HENAN));
                while (reply instanceof ProvinceReply.Unknown) {
                    reply = link.send(Samples.withhold(Samples.HENAN));
                }
                assertThat(reply).isNotInstanceOf(ProvinceReply.Refused.class);
            }
        }
    }

    @Test
    void saysThatTheBrokerRefusesItsPassword() throws Exception {
        broker.start();
        Links links = new Links(folder)
                .edit("41-henan.yaml", "connect: 2s, reply: 10s", "connect: 10s, reply: 20s")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .set("tongban.province.41.password", "guess");
        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(unknown("access-refused"));
        }
    }

    @Test
    void manyCallersOfABrokerThatSaysNothingAllEndWithTheFirst() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Links links = links().set("tongban.province.41.endpoint", "tcp://127.0.0.1:" + mute.getLocalPort());
            try (ProvinceLink link = links.open()) {
                List<CompletableFuture<ProvinceReply>> calls = IntStream.range(0, 16)
                        .mapToObj(call -> Meanwhile.call(
                                () -> link.send(Samples.withhold(Samples.HENAN, "W26112317520000000" + (100 + call)))))
                        .toList();

                assertThat(calls)
                        .extracting(call ->
                                ((ProvinceReply.Unknown) call.get()).cause().word())
                        .as("one waits for the time-out, the others are told by it")
                        .containsOnlyOnce("timeout")
                        .containsOnly("timeout", "not-connected");
            }
        }
    }

    @Test
    void aFullQueueHoldsNobodyForEver() throws Exception {
        broker.settings()
                .setMaxSizeMessages(1)
                .setMaxSizeBytes(1024)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK);
        broker.start();
        try (ProvinceLink link = open()) {
            List<ProvinceReply> replies = Stream.of("A", "B", "C", "D")
                    .map(end -> link.send(Samples.withhold(Samples.HENAN, "W26112317520000001" + end)))
                    .toList();

            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply)
                            .isInstanceOfAny(ProvinceReply.Pending.class, ProvinceReply.Unknown.class));
        }
    }

    private Links links() {
        return new Links(folder)
                .hasty("41-henan.yaml")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .inbox(arrived);
    }

    private ProvinceLink open() {
        return links().open();
    }

    private static ProvinceReply unknown(String cause) {
        return new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause));
    }
}
