package io.tongban.sandbox.province.exchangedb;

import io.tongban.sandbox.province.SimulatedProvince;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The schema {@code front}: the exchange tables, a bell that rings for each new row, and the caller's role, which may
 * insert what a caller has to say, read everything there, and do nothing else.
 */
final class FrontSchema {
    private static final String NAME = "[a-z][a-z0-9_]{0,62}";
    private static final String TABLES = """
            create schema if not exists front;
            create table if not exists front.si_exchange (
              xh bigserial primary key,
              lsh varchar(20) not null, jydm varchar(8), czy varchar(10), fssj varchar(14),
              bz char(1) not null default '0',
              aac147 varchar(18), aac003 varchar(50), aac067 varchar(11), aae173 varchar(1),
              aac001 varchar(20), aae140 varchar(3), aae002 varchar(6), aae180 varchar(15), yjje varchar(15),
              aab001 varchar(18),
              fhdm varchar(4), fhxx varchar(200),
              r_aac001 varchar(20), r_dzdh varchar(40), r_yjje varchar(15), r_jzsj varchar(14)
            );
            create index if not exists si_exchange_serial on front.si_exchange (lsh);
            create index if not exists si_exchange_new on front.si_exchange (xh) where bz = '0';
            create table if not exists front.si_exchange_rows (
              lsh varchar(20) not null, aae140 varchar(3) not null, aac031 varchar(1) not null, aae042 varchar(6)
            );
            create index if not exists si_exchange_rows_serial on front.si_exchange_rows (lsh);
            create or replace function front.ring() returns trigger language plpgsql as
              $$ begin perform pg_notify('si_exchange', ''); return null; end $$;
            create or replace trigger ring after insert on front.si_exchange
              for each statement execute function front.ring();
            """;
    private static final String ROLE = """
            do $$ begin create role ROLE; exception when duplicate_object then null; end $$;
            alter role ROLE with login password 'PASSWORD' connection limit 40;
            alter role ROLE set statement_timeout = '30s';
            alter role ROLE set idle_in_transaction_session_timeout = '30s';
            alter role ROLE in database "DATABASE" set search_path = front;
            grant usage on schema front to ROLE;
            grant select on front.si_exchange, front.si_exchange_rows to ROLE;
            grant insert (COLUMNS) on front.si_exchange to ROLE;
            grant usage on sequence front.si_exchange_xh_seq to ROLE;
            """;

    private FrontSchema() {}

    /** @throws IllegalArgumentException if the operator cannot be a role */
    static void create(Connection connection, SimulatedProvince province) throws SQLException {
        if (!province.operator().matches(NAME)) {
            throw new IllegalArgumentException("operator of province " + province.code() + " is not like tongban_43");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            statement.execute(ROLE.replace("ROLE", province.operator())
                    .replace("PASSWORD", province.password().replace("'", "''"))
                    .replace("DATABASE", connection.getCatalog().replace("\"", "\"\""))
                    .replace("COLUMNS", String.join(", ", RequestRow.COLUMNS)));
        }
    }

    /** {@code postgresql://host:port/database}, as the server itself sees it. */
    static String endpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select host(inet_server_addr()), inet_server_port(), current_database()")) {
            row.next();
            String host = "::1".equals(row.getString(1)) ? "127.0.0.1" : row.getString(1);
            return "postgresql://" + host + ":" + row.getInt(2) + "/" + row.getString(3);
        }
    }
}
