package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool.Progress;
import io.tongban.province.nearside.Samples;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often files are cut, and how often replies are looked for: each as its own word says, whatever the other does. */
class FileScheduleTest extends AnhuiFiles {
    private static final String LATER = "W261123175200000002B";

    private final Deque<ProvinceLink> open = new ArrayDeque<>();

    @AfterEach
    void stop() {
        open.forEach(ProvinceLink::close);
    }

    @Test
    void cutsOftenWhereItLooksSeldom() throws Exception {
        ProvinceLink link = open("20ms", "1h");
        // The first round does both.
        spool.round();

        link.send(Samples.withhold(Samples.ANHUI));
        spool.uploaded();
        province.reply(FILE, RIGHT);
        spool.round();
        spool.round();

        assertThat(province.sent()).contains(FILE + ".txt", FILE + ".ok");
        assertThat(inbox.replies).isEmpty();
    }

    @Test
    void looksOftenWhereItCutsSeldom() throws Exception {
        // Who waits before the first round goes with it.
        spool.atOnce(() -> open("1h", "20ms").send(Samples.withhold(Samples.ANHUI)));
        spool.uploaded();
        open.getFirst().send(Samples.withhold(Samples.ANHUI, LATER));
        province.reply(FILE, RIGHT);

        assertThat(inbox.next()).isInstanceOf(ProvinceReply.Accepted.class);
        spool.round();
        assertThat(spool.find(Samples.ANHUI, LATER)).contains(Progress.WAITING);
        assertThat(province.sent()).containsExactly(FILE + ".ok", FILE + ".txt");
    }

    private ProvinceLink open(String cutEvery, String lookEvery) {
        Links links = links().edit(
                        "34-anhui.yaml", "cut-every: ${tongban.province.34.cut-every:60s}", "cut-every: " + cutEvery)
                .edit("34-anhui.yaml", "look-every: ${tongban.province.34.look-every:60s}", "look-every: " + lookEvery);
        ProvinceLink link = links.open();
        open.push(link);
        return link;
    }
}
