package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeDbCommandsTest {
    private final ExchangeStub province = new ExchangeStub();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = Dongting.unhurried(folder, province.endpoint()).open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void registersAPerson() {
        province.answering(Dongting.REGISTERED);

        assertThat(link.send(Samples.register(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("9800000001")));
        assertThat(row("\"LSH\", \"JYM\", \"CZY\", \"SJ\", \"SFZ\", \"XM\", \"SJH\", \"LB\""))
                .isEqualTo("(W261123175200000001A,DT1,tongban_98,20261123175200,11010519491231002X,王小明,13800000000,G)");
    }

    @Test
    void withholdsAMonth() {
        province.answering(Dongting.BOOKED);

        assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));
        assertThat(row("\"JYM\", \"RYBH\", \"SFZ\", \"XM\", \"XZ\", \"NY\", \"JS\", \"JE\", \"DW-MA\", \"SJH\""))
                .isEqualTo("(DT2,4400000001,11010519491231002X,王小明,YL,202610,5510.00,1102.00,91110108551385082Q,)");
    }

    @Test
    void readsADaysTotalsAndItems() {
        province.answering(
                listing("'2026-11-22', 'S', 'YL', 12, 19200.01, null", "'2026-11-22', 'C', 'YL', 1, 1600, null"));
        assertThat(((ProvinceDetail.DayTotals) accepted(Samples.totals(Samples.DONGTING))).totals())
                .containsExactlyInAnyOrderElementsOf(((ProvinceDetail.DayTotals) Samples.TOTALS).totals());

        String item = "'2026-11-22', 'S', null, null, 1600.01, '" + Samples.SERIAL + "'";
        province.answering(listing(item, "'2026-11-22', 'C', null, null, 1600, 'THEIRS-1'"));
        ProvinceCommand.QueryDayItems asked = new ProvinceCommand.QueryDayItems(Samples.DONGTING, "W2", Samples.DAY, 3);
        assertThat(((ProvinceDetail.DayItems) accepted(asked)).items())
                .containsExactlyInAnyOrderElementsOf(((ProvinceDetail.DayItems) Samples.ITEMS).items());
    }

    @Test
    void readsAPageOfSomeThousandItemsAndNoneOfMoreThanTenThousand() {
        link.close();
        link = Dongting.unhurried(folder, province.endpoint())
                .edit("98-dongting.yaml", "frame-bytes: 1024", "frame-bytes: 1048576")
                .open();
        province.answering(items(5000));
        assertThat(((ProvinceDetail.DayItems) accepted(Samples.items(Samples.DONGTING, 1))).items())
                .hasSize(5000);

        province.answering(items(10_001));
        assertThat(link.send(new ProvinceCommand.QueryDayItems(Samples.DONGTING, "W2", Samples.DAY, 1)))
                .isEqualTo(new ProvinceReply.Unknown("W2", Samples.cause("unreadable")));
    }

    private static String items(int many) {
        return "new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; insert into \"Qzk\".\"WbJhMx\""
                + " (\"LSH\", \"RQ\", \"LX\", \"JE\", \"YLS\") select new.\"LSH\", '2026-11-22', 'S', 1600, 'S' || number"
                + " from generate_series(1, " + many + ") as number;";
    }

    @Test
    void takesTotalsOfAnotherDayForNone() {
        province.answering(
                listing("'2026-11-22', 'S', 'YL', 12, 19200.01, null", "'2026-11-21', 'C', 'YL', 1, 1600, null"));

        assertThat(link.send(Samples.totals(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("unreadable")));
    }

    @Test
    void takesASumThatIsThereTwiceForNone() {
        province.answering(
                listing("'2026-11-22', 'S', 'YL', 12, 19200.01, null", "'2026-11-22', 'S', 'YL', 1, 1600, null"));

        assertThat(link.send(Samples.totals(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("rows-differ")));
    }

    private ProvinceDetail accepted(ProvinceCommand command) {
        return ((ProvinceReply.Accepted) link.send(command)).detail();
    }

    /** @param rows day, kind, insurance, count, amount, serial */
    private static String listing(String... rows) {
        String values = String.join("), (new.\"LSH\", ", rows);
        return "new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; insert into \"Qzk\".\"WbJhMx\""
                + " (\"LSH\", \"RQ\", \"LX\", \"XZ\", \"BS\", \"JE\", \"YLS\") values (new.\"LSH\", " + values + ");";
    }

    @Test
    void asksForTheStateOfEachInsurance() {
        province.answering("new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; "
                + "insert into \"Qzk\".\"WbJhMx\" values (new.\"LSH\", 'YL', 'J', '202610'), "
                + "(new.\"LSH\", 'YB', 'Z', null), ('SOMEONE ELSE', 'YB', 'J', '202610');");

        ProvinceReply reply = link.send(Samples.query(Samples.DONGTING));

        assertThat(((ProvinceDetail.Covers) ((ProvinceReply.Accepted) reply).detail()).covers())
                .containsExactlyInAnyOrder(
                        new ProvinceDetail.Cover(
                                Samples.PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10)),
                        new ProvinceDetail.Cover(
                                new InsuranceKind("AAE140:310"), ProvinceDetail.CoverState.ENDED, null));
    }

    @Test
    void passesARefusalOn() {
        province.answering(Dongting.refusing("14") + "new.\"FHXX\" := '查无此人';");

        assertThat(link.send(Samples.withhold(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.PERSON_UNKNOWN, "14", "查无此人"));
    }

    @Test
    void inquiresByLookingAndPutsNothingThere() {
        province.answering(Dongting.BOOKED);
        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.DONGTING));
        assertThat(link.send(inquiry))
                .isEqualTo(new ProvinceReply.Refused(
                        inquiry.serial(), RefusalReason.SERIAL_NOT_FOUND, "never-arrived", ""));

        link.send(Samples.withhold(Samples.DONGTING));

        assertThat(link.send(inquiry)).isEqualTo(Dongting.accepted(inquiry.serial()));
        assertThat(province.texts("select \"LSH\" from \"Qzk\".\"WbJh\"")).containsExactly(Samples.SERIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void isPendingAsLongAsTheFlagIsNotSet(String flag) {
        province.answering("new.\"BT\" := '" + flag + "';");
        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.DONGTING));

        try (ProvinceLink hasty = Dongting.links(folder, province.endpoint()).open()) {
            assertThat(hasty.send(inquiry.about())).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
            assertThat(hasty.send(inquiry)).isEqualTo(new ProvinceReply.Pending(inquiry.serial(), null));
        }
    }

    @Test
    void waitsForAnAnswerThatIsGivenInTheMeantime() {
        CompletableFuture<ProvinceReply> reply =
                Meanwhile.call(() -> link.resume(Samples.withhold(Samples.DONGTING), now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        !province.texts("select \"LSH\" from \"Qzk\".\"WbJh\"").isEmpty());
        province.run("update \"Qzk\".\"WbJh\" set \"BT\" = '2', \"YLSH\" = \"LSH\", \"FHM\" = '00', \"HZ\" = 'DT1', "
                + "\"HZJE\" = '1102.00', \"HZSJ\" = '20261123175201'");

        assertThat(reply.join()).isEqualTo(Dongting.accepted(Samples.SERIAL));
    }

    @Test
    void putsARowThereOnceHoweverOftenAndByHoweverManyItIsSent() {
        province.answering(Dongting.BOOKED);

        List<CompletableFuture<ProvinceReply>> replies = Stream.generate(
                        () -> Meanwhile.call(() -> link.send(Samples.withhold(Samples.DONGTING))))
                .limit(12)
                .toList();

        assertThat(replies).extracting(CompletableFuture::join).containsOnly(Dongting.accepted(Samples.SERIAL));
        assertThat(province.texts("select \"LSH\" from \"Qzk\".\"WbJh\"")).containsExactly(Samples.SERIAL);
    }

    private static java.time.Instant now() {
        return Samples.CLOCK.instant();
    }

    private String row(String columns) {
        return String.join(
                "|", province.texts("select row(" + columns + ")::text from \"Qzk\".\"WbJh\" order by \"XH\""));
    }
}
