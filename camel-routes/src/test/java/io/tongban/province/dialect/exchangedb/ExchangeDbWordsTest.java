package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a layout as columns follow them: an optional one has no value, and a constant must stand in an answer. */
class ExchangeDbWordsTest {
    private static final String FILE = "98-dongting.yaml";

    private final ExchangeStub province = new ExchangeStub();

    @TempDir
    Path folder;

    private Links links;

    @BeforeEach
    void open() {
        links = Dongting.links(folder, province.endpoint()).edit(FILE, "reply: 3s", "reply: 6s");
    }

    @AfterEach
    void close() {
        province.close();
    }

    @Test
    void leavesAColumnWithoutAValueThatACommandHasNot() {
        links.edit(FILE, "sent-at SJ]", "sent-at SJ, optional person-number YM]");
        province.answering(Dongting.REGISTERED);

        assertThat(sent(Samples.register(Samples.DONGTING))).isInstanceOf(ProvinceReply.Accepted.class);
        province.answering(Dongting.BOOKED);
        assertThat(sent(Samples.withhold(Samples.DONGTING, "W261123175200000002A")))
                .isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(province.texts("select coalesce(\"YM\", 'none') from \"Qzk\".\"WbJh\" order by \"XH\""))
                .containsExactly("none", "4400000001");
    }

    @ParameterizedTest
    @CsvSource({"V2, accepted", "V3, unreadable", "'', pending"})
    void readsAnAnswerOnlyWithTheConstantThatItsLayoutHas(String version, String outcome) {
        links.edit(FILE, "reply: [person-number GRBH]", "reply: [=V2 HZ, person-number GRBH]");
        province.answering(Dongting.REGISTERED + " new.\"HZ\" := '" + version + "';");

        assertThat(said(Samples.register(Samples.DONGTING))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"K, accepted", "L, unreadable"})
    void readsARowOfAnAnswerOnlyWithTheConstantThatItsLayoutHas(String mark, String outcome) {
        links.edit(FILE, "state ZT, paid", "state ZT, =K LX, paid");
        province.answering("new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; "
                + "insert into \"Qzk\".\"WbJhMx\" (\"LSH\", \"XZ\", \"ZT\", \"ZZ\", \"LX\")"
                + " values (new.\"LSH\", 'YL', 'J', '202610', '" + mark + "');");

        assertThat(said(Samples.query(Samples.DONGTING))).isEqualTo(outcome);
    }

    /** A column that is empty else says that the answer is not all there yet. */
    @ParameterizedTest
    @CsvSource({"optional receipt-number HZ, accepted", "receipt-number HZ, pending"})
    void waitsForNoColumnThatMayStayEmpty(String line, String outcome) {
        links.edit(FILE, "reply: [person-number GRBH]", "reply: [" + line + ", person-number GRBH]");
        province.answering(Dongting.REGISTERED);

        assertThat(said(Samples.register(Samples.DONGTING))).isEqualTo(outcome);
    }

    private String said(ProvinceCommand command) {
        ProvinceReply reply = sent(command);
        if (reply instanceof ProvinceReply.Unknown unknown) {
            assertThat(unknown.cause()).isEqualTo(UnknownCause.UNREADABLE);
            return "unreadable";
        }
        return reply instanceof ProvinceReply.Pending ? "pending" : "accepted";
    }

    private ProvinceReply sent(ProvinceCommand command) {
        try (ProvinceLink link = links.open()) {
            return link.send(command);
        }
    }
}
