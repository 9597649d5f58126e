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
    private static final String ROLE_NAME = "[a-z][a-z0-9_]{0,62}";
    private static final String TABLES = """
            create schema if not exists front;
            create sequence if not exists front.exchange_number;
            create table if not exists [table] (
              [number] bigint primary key default nextval('front.exchange_number'),
              [serial] varchar(20) not null, [transaction] varchar(8), [operator] varchar(10), [sent-at] varchar(14),
              [flag] char(1) not null default '0',
              [citizen-number] varchar(18), [name] varchar(50), [mobile] varchar(11), [place] varchar(4),
              [person-number] varchar(20), [kind] varchar(4), [period] varchar(6), [base] varchar(15),
              [amount] varchar(15), [payer] varchar(18), [day] varchar(8), [page] varchar(8),
              [return-code] varchar(4), [message] varchar(200), [reply-person-number] varchar(20),
              [reply-receipt-number] varchar(40), [reply-amount] varchar(15), [reply-booked-at] varchar(14)
            );
            create index if not exists exchange_serial on [table] ([serial]);
            create index if not exists exchange_new on [table] ([number]) where [flag] = '0';
            create table if not exists [rows] (
              [serial] varchar(20) not null, [kind] varchar(4), [state] varchar(4), [paid-through] varchar(6),
              [entry-day] varchar(8), [command] varchar(2), [entry-serial] varchar(20), [count] varchar(8),
              [entry-amount] varchar(16)
            );
            create index if not exists exchange_rows_serial on [rows] ([serial]);
            create or replace function front.ring() returns trigger language plpgsql as
              $$ begin perform pg_notify('exchange', ''); return null; end $$;
            create or replace trigger ring after insert on [table]
              for each statement execute function front.ring();
            """;
    private static final String ROLE = """
            do $$ begin create role ROLE; exception when duplicate_object then null; end $$;
            alter role ROLE with login password 'PASSWORD' connection limit 40;
            alter role ROLE set statement_timeout = '30s';
            alter role ROLE set idle_in_transaction_session_timeout = '30s';
            alter role ROLE in database "DATABASE" set search_path = front;
            grant usage on schema front to ROLE;
            grant usage on sequence front.exchange_number to ROLE;
            grant select on [table], [rows] to ROLE;
            grant insert (COLUMNS) on [table] to ROLE;
            """;

    private FrontSchema() {}

    /** @throws IllegalArgumentException if the operator cannot be a role */
    static void create(Connection connection, SimulatedProvince province, DialectSettings dialectSettings)
            throws SQLException {
        if (!province.operator().matches(ROLE_NAME)) {
            throw new IllegalArgumentException("operator of province " + province.code() + " is not like tongban_43");
        }
        String role = dialectSettings.statement(ROLE.replace("COLUMNS", RequestRow.COLUMNS));
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialectSettings.statement(TABLES));
            statement.execute(role.replace("ROLE", province.operator())
                    .replace("DATABASE", connection.getCatalog().replace("\"", "\"\""))
                    .replace("PASSWORD", province.password().replace("'", "''")));
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
