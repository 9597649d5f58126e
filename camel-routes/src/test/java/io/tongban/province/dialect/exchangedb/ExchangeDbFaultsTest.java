package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeDbFaultsTest {
    /** A second row of the serial, as the trigger made the first one, except for what comes before. */
    private static final String AGAIN = "insert into \"Qzk\".\"WbJh\" (\"LSH\", \"JYM\") values (new.\"LSH\", 'DT2');";

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
    void takesAFlagThatIsSetBeforeTheDataForNoAnswerYet() {
        province.answering("new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; new.\"HZ\" := 'DT1';");
        assertPending();

        province.run("update \"Qzk\".\"WbJh\" set \"HZJE\" = '1102.00', \"HZSJ\" = '20261123175201'");

        assertThat(inquired(link)).isEqualTo(Dongting.accepted(Samples.SERIAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "9"})
    void takesAFlagWithoutACodeForNoAnswerYet(String flag) {
        province.answering("new.\"BT\" := '" + flag + "'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := ' ';");

        assertPending();
    }

    @Test
    void isNotHeldUpByARowThatIsLockedForEver() throws SQLException {
        province.answering("new.\"BT\" := '1';");
        assertPending();
        try (Connection session = province.connection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("select 1 from \"Qzk\".\"WbJh\" for update");

            assertPending();
            session.rollback();
        }
    }

    @Test
    void givesUpOnATableThatIsLocked() throws SQLException {
        try (Connection session = province.connection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("lock table \"Qzk\".\"WbJh\" in access exclusive mode");

            try (ProvinceLink hasty = hasty()) {
                assertThat(hasty.send(Samples.withhold(Samples.DONGTING)))
                        .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TIMEOUT));
            }
            session.rollback();
        }
        assertThat(province.texts("select \"LSH\" from \"Qzk\".\"WbJh\"")).isEmpty();
    }

    @Test
    void takesTwoRowsThatAgreeForOneAnswer() {
        province.answering(Dongting.BOOKED + "new.\"FHXX\" := nextval('\"Qzk\".\"WbJh_XH_seq\"')::text;");
        province.following(AGAIN);

        assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));
        assertThat(province.texts("select \"LSH\" from \"Qzk\".\"WbJh\"")).hasSize(2);
    }

    @Test
    void takesAnAnswerBesideARowWithoutOne() {
        province.answering("if new.\"SFZ\" is not null then " + Dongting.BOOKED + " end if;");
        province.following(AGAIN);

        assertThat(link.send(Samples.withhold(Samples.DONGTING))).isEqualTo(Dongting.accepted(Samples.SERIAL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another receipt | new.\"HZ\" := 'DT2';",
                "a refusal | new.\"BT\" := '9'; new.\"FHM\" := '30';",
                "uncertain | new.\"FHM\" := '96';"
            })
    void doesNotChooseBetweenTwoAnswersThatDiffer(String what, String difference) {
        province.answering(Dongting.BOOKED + "if new.\"SFZ\" is null then " + difference + " end if;");
        province.following(AGAIN);

        assertUnknown("rows-differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "9"})
    void takesUncertainForUnknownUnderAnyFlag(String flag) {
        province.answering(Dongting.refusing("96") + "new.\"BT\" := '" + flag + "';");

        assertUnknown("uncertain");
    }

    @Test
    void doesNotKnowACodeThatTheProfileDoesNot() {
        province.answering(Dongting.refusing("77"));

        assertUnknown("code-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown flag | new.\"BT\" := 'x';",
                "a long flag | new.\"BT\" := '22';",
                "no flag | new.\"BT\" := null;",
                "another serial | new.\"YLSH\" := 'W261123175200000001B';",
                "another transaction | new.\"JYM\" := 'DT1';",
                "done and refused | new.\"FHM\" := '30';",
                "not done and ok | new.\"BT\" := '9';",
                "10 MB of receipt | new.\"HZ\" := repeat('9', 10000000);",
                "10 MB of message | new.\"FHXX\" := repeat('错', 3500000);",
                "201 characters | new.\"FHXX\" := repeat('x', 201);",
                "no amount | new.\"HZJE\" := 'NaN';",
                "a negative amount | new.\"HZJE\" := '-1102.00';",
                "fen | new.\"HZJE\" := '110200';",
                "no moment | new.\"HZSJ\" := '20261323175201';",
                "a number with a control | new.\"HZ\" := E'DT\\u0007';"
            })
    void cannotRead(String what, String fault) {
        province.answering(Dongting.BOOKED + fault);

        assertUnknown("unreadable");
    }

    @Test
    void cannotReadMoreRowsThanAnyProvinceAnswersWith() {
        province.answering(Dongting.BOOKED);
        province.following("insert into \"Qzk\".\"WbJh\" (\"LSH\", \"JYM\") select new.\"LSH\", 'DT2' "
                + "from generate_series(1, 10);");

        assertUnknown("unreadable");
    }

    @Test
    void cannotReadAnAnswerThatIsLongerThanItsFrame() {
        province.answering(Dongting.BOOKED + "new.\"FHXX\" := repeat('错', 200);");
        province.following(AGAIN);

        assertUnknown("unreadable");
    }

    @Test
    void doesNotTakeAnotherAmountForAYes() {
        province.answering(Dongting.BOOKED + "new.\"HZJE\" := '1102.01';");

        assertUnknown("amount-differs");
    }

    @Test
    void asksForOneStateOfEachInsurance() {
        province.answering(Dongting.BOOKED + "insert into \"Qzk\".\"WbJhMx\" values "
                + "(new.\"LSH\", 'YL', 'J', '202610'), (new.\"LSH\", 'YL', 'T', '202609');");

        assertThat(link.send(Samples.query(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.ROWS_DIFFER));
    }

    @Test
    void doesNotReadAListWithoutEnd() {
        province.answering(Dongting.BOOKED + "insert into \"Qzk\".\"WbJhMx\" select new.\"LSH\", 'Y' || n, 'J', null "
                + "from generate_series(1, 100000) n;");

        assertThat(link.send(Samples.query(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    private void assertPending() {
        try (ProvinceLink hasty = hasty()) {
            assertThat(hasty.send(Samples.withhold(Samples.DONGTING)))
                    .isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
            assertThat(inquired(hasty)).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
        }
    }

    /** Waits no longer than the profile says, which is enough where no answer comes. */
    private ProvinceLink hasty() {
        return Dongting.links(folder, province.endpoint()).open();
    }

    private static ProvinceReply inquired(ProvinceLink by) {
        return by.resume(Samples.withhold(Samples.DONGTING), Samples.CLOCK.instant());
    }

    private void assertUnknown(String cause) {
        assertThat(link.send(Samples.withhold(Samples.DONGTING)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }
}
