package io.tongban.sandbox.province.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import jakarta.jms.BytesMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueHostileInputTest {
    private static Simulator simulator;
    private static QueueCaller caller;

    @BeforeAll
    static void open() throws Exception {
        simulator = Simulators.start("41", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new QueueCaller(simulator.endpoint(), simulator.password());
    }

    @AfterAll
    static void close() throws Exception {
        caller.close();
        simulator.close();
    }

    /** Whatever was sent, the province lives, and says nothing but what it is asked. */
    @AfterEach
    void stillAnswers() throws Exception {
        String serial = Serials.next();
        QueueCaller.Reply reply = caller.call("HA2009", serial, HenanFields.inquire(Serials.next()));

        assertThat(reply.serial()).isEqualTo(serial);
        assertThat(reply.returnCode()).isEqualTo("4004");
        assertThat(simulator.ledger().persons()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<msg/>",
                "<msg><head/><body/></msg>",
                "<msg><head><jydm>HA7777</jydm><lsh>TB202611230000009999</lsh></head><body/></msg>",
                "<msg><head><jydm>HA2009</jydm><lsh>short</lsh></head><body/></msg>",
                "<msg><head><jydm>HA2009</jydm><jydm>HA2009</jydm><lsh>TB202611230000009999</lsh></head><body/></msg>",
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><msg><head><jydm>HA2009</jydm>"
                        + "<lsh>TB202611230000009999</lsh></head><body><OLDLSH>&x;</OLDLSH></body></msg>"
            })
    void saysNothingToWhatHasNoHead(String text) throws Exception {
        caller.send(Serials.next(), text);
    }

    @Test
    void saysNothingToBytesOrToWhatIsTooLong() throws Exception {
        BytesMessage bytes = caller.session().createBytesMessage();
        bytes.writeBytes(new byte[1000]);
        caller.requests().send(bytes);
        caller.requests().send(caller.session().createMapMessage());
        caller.send(Serials.next(), "x".repeat(1_000_000));
    }

    @ParameterizedTest
    @CsvSource({"HA1001, ''", "HA1001, <AAC147>1</AAC147>", "HA2001, <AAE002>October</AAE002>", "HA3001, ''"})
    void isNotCertainOfABodyThatItCannotRead(String code, String body) throws Exception {
        assertThat(caller.call(code, Serials.next(), body).returnCode()).isEqualTo("9999");
    }

    @Test
    void isNotCertainOfAnotherOperator() throws Exception {
        String serial = Serials.next();
        caller.send(
                serial,
                "<msg><head><jydm>HA2009</jydm><lsh>" + serial + "</lsh><czy>SOMEONE</czy></head><body>"
                        + HenanFields.inquire(serial) + "</body></msg>");

        assertThat(caller.next().returnCode()).isEqualTo("9999");
    }
}
