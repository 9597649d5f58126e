package io.tongban.province.conformance;

import static io.tongban.province.farside.QueueStub.field;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.farside.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Also what comes over a queue, in a file or in a row is shown as it came where it cannot be read, the person masked. */
class UnreadableRunTest {
    @TempDir
    Path folder;

    private CommandRun command;

    @BeforeEach
    void onlyOneCommand() {
        command = new CommandRun(folder);
        command.give("only", "register");
    }

    /** A refusal comes behind it, so that nobody waits for what will not come. */
    @Test
    void aMessage() throws Exception {
        try (TestBroker broker = new TestBroker().start();
                QueueStub province = new QueueStub(broker)) {
            province.script = (text, stub) -> {
                String person = field(text, "AAC147") + " " + field(text, "AAC003") + " " + field(text, "AAC067");
                stub.reply(field(text, "lsh"), "NOT XML " + person + " END");
                // Two readers take turns: what was put aside was read.
                stub.aside();
                stub.reply(field(text, "lsh"), message(text, "2002", ""));
            };
            command.drive("41", broker.endpoint());

            shows("NOT XML \\*{18} \\*{9} \\*{11} END", "4e 4f 54 20 58 4d 4c");
        }
    }

    /** The reply's first part has a row that cannot be read, and its second part refuses it. */
    @Test
    void aRowOfAFile() throws Exception {
        try (SftpStub province = new SftpStub(folder);
                Answering answering = new Answering(province)) {
            command.drive("34", province.endpoint());
            command.giveProvince("34", "host-key", province.hostKey());
            command.giveProvince("34", "cut-every", "20ms");
            command.giveProvince("34", "look-every", "20ms");

            shows("C\\d{19}\\|0000\\|\\*{18} \\*{6}\\|END ", "7c 30 30 30 30 7c");
            assertThat(command.printed()).contains("  came: unreadable at person-number\n");
        }
    }

    @Test
    void aRowOfADatabase() throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            province.answering(
                    "new.\"BT\" := 'X'; new.\"FHM\" := '7'; new.\"FHXX\" := new.\"SFZ\" || ' ' || new.\"XM\";");
            command.give("patience", "PT0.2S");
            command.driveDongting(province.endpoint(), ExchangeStub.PASSWORD);

            shows("BT=X·JYM=DT1·YLSH=·FHM=7·FHXX=\\*{18} \\*{9}·GRBH=··", "42 54 3d 58 0a");
        }
    }

    private void shows(String text, String octets) throws IOException {
        List<Finding> findings = command.run();

        assertThat(findings)
                .filteredOn(Finding::failed)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.exchange())
                        .containsPattern("the answer's \\d+ octets: " + text)
                        .contains(octets)
                        .doesNotContain("119999", "测试员"));
    }

    /** A far side that answers each file in two parts, of which the second is there first. */
    private static final class Answering implements AutoCloseable {
        private final SftpStub province;
        private final Thread thread = new Thread(this::work, "province-34");
        private volatile boolean over;

        Answering(SftpStub province) {
            this.province = province;
            thread.start();
        }

        private void work() {
            Set<String> seen = new HashSet<>();
            try {
                while (!over) {
                    for (String name : province.sent()) {
                        if (name.endsWith(".ok") && seen.add(name)) {
                            answer(name.substring(0, name.length() - ".ok".length()));
                        }
                    }
                    Thread.sleep(10);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void answer(String file) throws IOException {
            String[] row = province.text(file + ".txt")
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split("\\|");
            province.reply(file + ".2", row[0] + "|2002||\nTOTAL|1|0\n");
            province.reply(file, row[0] + "|0000|" + row[1] + " " + row[2] + "|END 1\nTOTAL|1|0\n");
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
        }
    }
}
