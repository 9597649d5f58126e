package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped profile fits the table of the dialect's page. */
class HunanTest {
    private static final ProvinceCode HUNAN = new ProvinceCode("43");
    private static final String TABLES = """
            create table si_exchange (
              xh bigserial primary key, lsh varchar(20), jydm varchar(8), czy varchar(10), fssj varchar(14),
              bz char(1) not null default '0', aac147 varchar(18), aac003 varchar(50), aac067 varchar(11),
              aae173 varchar(1), aac001 varchar(20), aae140 varchar(3), aae002 varchar(6), aae180 varchar(15),
              yjje varchar(15), aab001 varchar(18), fhdm varchar(4), fhxx varchar(200), r_aac001 varchar(20),
              r_dzdh varchar(40), r_yjje varchar(15), r_jzsj varchar(14));
            create table si_exchange_rows (lsh varchar(20), aae140 varchar(3), aac031 varchar(1), aae042 varchar(6));
            grant insert, select on si_exchange to tongban_98;
            grant select on si_exchange_rows to tongban_98;
            grant usage on sequence si_exchange_xh_seq to tongban_98;
            create function done() returns trigger language plpgsql security definer as $$ begin
              new.bz := '2'; new.fhdm := '0000'; new.r_aac001 := '4300000001'; new.r_dzdh := 'HN1';
              new.r_yjje := new.yjje; new.r_jzsj := '20261123175201';
              insert into si_exchange_rows values (new.lsh, '110', '1', '202610'); return new; end $$;
            create trigger done before insert on si_exchange for each row execute function done();
            """;

    @TempDir
    Path folder;

    @Test
    void takesEveryCommand() {
        try (ExchangeStub province = new ExchangeStub();
                ProvinceLink link = new Links(folder)
                        .edit("43-hunan.yaml", "operator: tongban_43", "operator: tongban_98")
                        .edit("43-hunan.yaml", "connect: 2s", "connect: 30s")
                        .set("tongban.province.43.endpoint", province.endpoint())
                        .set("tongban.province.43.password", ExchangeStub.PASSWORD)
                        .open()) {
            province.run(TABLES);
            ProvinceCommand.Withhold withhold = Samples.withhold(HUNAN);

            assertThat(link.send(withhold))
                    .isEqualTo(new ProvinceReply.Accepted(
                            Samples.SERIAL,
                            new ProvinceDetail.Withheld("HN1", 110200, Instant.parse("2026-11-23T09:52:01Z"))));
            assertThat(link.resume(withhold, Samples.CLOCK.instant())).isInstanceOf(ProvinceReply.Accepted.class);
            province.run("truncate si_exchange");
            assertThat(link.send(Samples.register(HUNAN))).isInstanceOf(ProvinceReply.Accepted.class);
            province.run("truncate si_exchange; truncate si_exchange_rows");
            assertThat(link.send(Samples.query(HUNAN))).isInstanceOf(ProvinceReply.Accepted.class);
        }
    }
}
