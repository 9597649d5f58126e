package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.ProvinceSpool;
import io.tongban.province.RefusalReason;
import io.tongban.province.nearside.Samples;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each command as a row of a file, and its reply. */
class FileCommandsTest extends AnhuiFiles {
    private static final ProvinceReply.Pending LATER =
            new ProvinceReply.Pending(Samples.SERIAL, Samples.CLOCK.instant().plusMillis(60));

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = links().open();
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void registersAPersonByAFileAndItsReply() throws Exception {
        assertThat(link.send(Samples.register(Samples.ANHUI))).isEqualTo(LATER);
        spool.round();

        String name = "JS1001_TONGBAN_20261123_001";
        assertThat(province.sent()).containsExactly(name + ".ok", name + ".txt");
        assertThat(province.text(name + ".txt"))
                .isEqualTo(Samples.SERIAL + "|11010519491231002X|王小明|13800000000|1\nTOTAL|1|0\n");

        province.reply(name, Samples.SERIAL + "|0000|成功|3400000001\nTOTAL|1|0\n");
        assertThat(inbox.next())
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("3400000001")));
    }

    @Test
    void withholdsAMonthByAFileAndItsReply() throws Exception {
        assertThat(link.send(Samples.withhold(Samples.ANHUI))).isEqualTo(LATER);
        spool.round();

        String name = "JS2001_TONGBAN_20261123_001";
        assertThat(province.text(name + ".txt"))
                .isEqualTo(Samples.SERIAL
                        + "|4400000001|11010519491231002X|王小明|110|202610|551000|110200|91110108551385082Q\n"
                        + "TOTAL|1|110200\n");

        province.reply(name, RIGHT);
        assertThat(inbox.next())
                .isEqualTo(new ProvinceReply.Accepted(
                        Samples.SERIAL,
                        new ProvinceDetail.Withheld(
                                "34202611230000000001", 110200, Instant.parse("2026-11-24T01:30:00Z"))));
        spool.round();
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).contains(ProvinceSpool.Progress.ANSWERED);
        assertThat(spool.files()).isEmpty();
    }

    @Test
    void passesARefusalOn() throws Exception {
        link.send(Samples.withhold(Samples.ANHUI));
        spool.round();
        province.reply("JS2001_TONGBAN_20261123_001", Samples.SERIAL + "|3002|已缴费|||\nTOTAL|1|0\n");

        assertThat(inbox.next())
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.PERIOD_ALREADY_PAID, "3002", "已缴费"));
    }

    @Test
    void anInquiryFindsTheRowWhereverItIsAndSendsNothing() {
        spool.tendedElsewhere(true);
        ProvinceCommand withhold = Samples.withhold(Samples.ANHUI);
        ProvinceCommand.Inquire inquiry = Samples.inquire(withhold);

        assertThat(link.send(inquiry))
                .isEqualTo(new ProvinceReply.Refused(
                        inquiry.serial(), RefusalReason.SERIAL_NOT_FOUND, "never-arrived", ""));
        link.send(withhold);
        assertThat(link.send(inquiry)).isInstanceOf(ProvinceReply.Pending.class);
        assertThat(link.resume(withhold, Samples.CLOCK.instant())).isEqualTo(LATER);
    }

    @Test
    void aTransferThatComesBackSoonSignsInOnceAndAgainWhenItsSessionIsGone() throws Exception {
        link.send(Samples.withhold(Samples.ANHUI));
        spool.uploaded();
        spool.round();
        spool.round();
        assertThat(province.signIns).hasValue(1);

        province.away(() -> link.send(Samples.withhold(Samples.ANHUI, "S0000000000000000002")));
        spool.uploaded();
        assertThat(province.signIns).hasValue(2);
    }

    @Test
    void offersNoStatus() {
        assertThat(link.send(Samples.query(Samples.ANHUI)))
                .isEqualTo(
                        new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-offered", "query-status"));
    }
}
