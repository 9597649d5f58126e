package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.Links;
import io.tongban.province.farside.Dongting;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.Profiles;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to databases of which no server can be had here. */
class StatementsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            oracle    | lock table "Qzk"."WbJh" in exclusive mode | ? from dual where not exists (select 1 from "Qzk"."WbJh" where "LSH" = ?) | substr(cast("BT" as varchar2(4000)), 1, 2) | where "LSH" = ? fetch first 11 rows only
            dm        | lock table "Qzk"."WbJh" in exclusive mode | ? from dual where not exists (select 1 from "Qzk"."WbJh" where "LSH" = ?) | substr(cast("BT" as varchar2(4000)), 1, 2) | where "LSH" = ? fetch first 11 rows only
            sqlserver | exec @taken = sp_getapplock @Resource = ?, @LockMode = 'Exclusive', @LockOwner = 'Transaction' | ? where not exists (select 1 from [Qzk].[WbJh] where [LSH] = ?) | left(cast([BT] as nvarchar(4000)), 2) | where [LSH] = ? order by 1 offset 0 rows fetch next 11 rows only
            kingbase8 | select pg_advisory_xact_lock(hashtextextended(?, 0)) | ? where not exists (select 1 from "Qzk"."WbJh" where "LSH" = ?) | left("BT"::text, 2) | where "LSH" = ? limit 11
            mariadb   | select get_lock(concat('tongban:', ?), 3600) | ? from dual where not exists (select 1 from `Qzk`.`WbJh` where `LSH` = ?) | left(cast(`BT` as char), 2) | where `LSH` = ? limit 11
            """)
    void speaksTheSqlOfItsDatabase(String database, String lock, String insert, String flag, String row) {
        ProvinceProfile profile = profile(database);
        Statements statements =
                new Statements(profile, new ExchangeRequest(Samples.withhold(Samples.DONGTING), List.of()));

        assertThat(statements.lock()).contains(lock);
        assertThat(statements.insert()).startsWith("insert into ").endsWith(insert);
        assertThat(statements.row()).startsWith("select " + flag).endsWith(row);
        assertThat(statements.locksBySerial()).isEqualTo(statements.lock().contains("?"));
    }

    @ParameterizedTest
    @CsvSource({
        "oracle, oracle.jdbc.OracleDriver, ojdbc11.jar",
        "sqlserver, com.microsoft.sqlserver.jdbc.SQLServerDriver, mssql-jdbc.jar",
        "dm, dm.jdbc.driver.DmDriver, DmJdbcDriver18.jar",
        "kingbase8, com.kingbase8.Driver, kingbase8.jar"
    })
    void saysWhichJarIsMissingAndWhereToPutIt(String database, String driver, String jar) {
        Links links = Dongting.links(folder, database + "://127.0.0.1:5236/qzk");

        assertThatThrownBy(links::open)
                .hasMessage("98-dongting.yaml: \"endpoint\" needs the driver " + driver
                        + ", which is not there; put its jar (" + jar
                        + ") into a folder, and name that in tongban.province.drivers-folder");
        assertThatThrownBy(links.set("tongban.province.drivers-folder", folder.toString())::open)
                .hasMessageEndingWith("put its jar (" + jar + ") into the folder " + folder);
    }

    @Test
    void promisesNoTlsThatIsNotToBeHad() {
        assertThatThrownBy(Dongting.links(folder, "dm://127.0.0.1:5236/qzk?sslmode=verify-full")::open)
                .hasMessageContaining("asks for TLS, which is to be had for postgresql and mariadb alone");
    }

    private ProvinceProfile profile(String database) {
        Dongting.links(folder, "unused");
        return Profiles.read(
                        Configured.dialects(),
                        name -> name.equals("tongban.province.98.endpoint")
                                ? Optional.of(database + "://127.0.0.1:5236/qzk")
                                : Configured.property(name),
                        Optional.of(folder))
                .versions()
                .stream()
                .filter(each -> each.code().equals(Samples.DONGTING))
                .findFirst()
                .orElseThrow();
    }
}
