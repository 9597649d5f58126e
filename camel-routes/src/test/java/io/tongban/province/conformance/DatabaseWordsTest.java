package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.MariaDb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A front-end database that is not as the profile says: what is missing is said by name before the first row. */
class DatabaseWordsTest {
    private static final Path JIANHU = Path.of("src/test/resources/farsides/mariadb");

    @TempDir
    Path folder;

    private CommandRun command;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
        command.give("patience", "PT0.5S");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revoke insert on T from tongban_98 | tongban_98 may not insert into the table Qzk.WbJh: a grant is missing",
                "revoke select on T from tongban_98 | tongban_98 may not select from the table Qzk.WbJh: a grant is missing",
                "revoke select on R from tongban_98 | tongban_98 may not select from the table Qzk.WbJhMx: a grant is missing",
                "alter table T rename to away        | there is no table Qzk.WbJh; look at options.table",
                "alter table R rename to away        | there is no table Qzk.WbJhMx; look at options.rows-table",
                "alter table T rename \"RYBH\" to x  | the table Qzk.WbJh has no column RYBH",
                "alter table T drop \"FHM\", drop \"BT\" | the table Qzk.WbJh has no column BT, FHM",
                "alter table R rename \"ZZ\" to x    | the table Qzk.WbJhMx has no column ZZ",
            })
    void ofPostgreSql(String change, String words) throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            command.driveDongting(province.endpoint(), ExchangeStub.PASSWORD);
            province.run(change.replace(" T ", " \"Qzk\".\"WbJh\" ").replace(" R ", " \"Qzk\".\"WbJhMx\" "));

            stopsAtOnce(words);
        }
    }

    @Test
    void ofAPostgreSqlWithoutTheDatabase() throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            command.driveDongting(province.endpoint() + "x", ExchangeStub.PASSWORD);

            stopsAtOnce("there is no database "
                    + province.endpoint().substring(province.endpoint().lastIndexOf('/') + 1) + "x at the address");
        }
    }

    /** What stands before the first row inserts nothing, and finds nothing in the way where nothing is. */
    @Test
    void leavesNoRow() throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            command.driveDongting(province.endpoint(), ExchangeStub.PASSWORD);
            province.answering("raise exception 'a row came';");
            command.give("only", "register");

            assertThat(command.run().get(0).verdict()).isEqualTo(new Verdict.Passed("as far as can be seen"));

            province.answering(Dongting.REGISTERED);
            command.run();
            assertThat(province.texts("select distinct \"JYM\" from \"Qzk\".\"WbJh\""))
                    .containsExactly("DT1");
        }
    }

    /** Nothing but a row would show it. */
    @Test
    void ofAGrantBehindTheTable() throws Exception {
        try (ExchangeStub province = new ExchangeStub()) {
            command.driveDongting(province.endpoint(), ExchangeStub.PASSWORD);
            province.run("revoke usage on sequence \"Qzk\".\"WbJh_XH_seq\" from tongban_98");

            List<Finding> findings = command.run();

            assertThat(findings.get(1).verdict())
                    .isEqualTo(new Verdict.Failed("the database refuses the row, though it may be inserted: a grant is"
                            + " missing on a sequence, or on what a trigger works with"));
            assertThat(findings.get(2).verdict().seen()).startsWith("not tried");
        }
    }

    @Test
    void ofMariaDb() throws Exception {
        try (MariaDb server = new MariaDb()) {
            server.load(JIANHU.resolve("province.sql"));
            command.give("profiles", JIANHU.toString());
            jianhu(server, "jianhu", "guess");
            stopsAtOnce("the database refuses tongban_88: account or password is wrong, or nobody is let in from here;"
                    + " tried once");

            jianhu(server, "nowhere", "secret-of-88");
            stopsAtOnce("tongban_88 may not use the database nowhere: a grant is missing, or the database");
            server.run("grant select on *.* to tongban_88@'127.0.0.1'");
            stopsAtOnce("there is no database nowhere at the address");
            server.run("revoke select on *.* from tongban_88@'127.0.0.1'");

            jianhu(server, "jianhu", "secret-of-88");
            server.run("revoke select on jianhu.ywmx from tongban_88@'127.0.0.1'");
            stopsAtOnce("tongban_88 may not select from the table jianhu.ywmx: a grant is missing, or the table");
            server.run("grant select on jianhu.* to tongban_88@'127.0.0.1'");
            server.run("alter table jianhu.ywmx rename to jianhu.away");
            stopsAtOnce("there is no table jianhu.ywmx; look at options.rows-table");
            server.run("alter table jianhu.ywsq rename column grbh to x");
            stopsAtOnce("the table jianhu.ywsq has no column grbh");
            server.run("revoke insert on jianhu.ywsq from tongban_88@'127.0.0.1'");
            stopsAtOnce("tongban_88 may not insert into the table jianhu.ywsq: a grant is missing, or the table");
        }
    }

    private void jianhu(MariaDb server, String database, String password) {
        command.drive("88", server.endpoint(database), password);
    }

    private void stopsAtOnce(String words) throws Exception {
        List<Finding> findings = command.run();

        assertThat(findings.get(0).verdict()).as(command.printed()).isEqualTo(new Verdict.Failed(words));
        assertThat(findings.stream().skip(1).map(Finding::verdict))
                .hasSizeGreaterThan(20)
                .containsOnly(new Verdict.NotDriven("not tried: the run ended at \"reach\""));
    }
}
