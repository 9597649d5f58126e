package io.tongban.province.benchmark;

import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The dialect exchangedb: a row put in, and looked at. PostgreSQL is another process, so its CPU is not counted. */
final class ExchangeDbCourse extends Course {
    private static final String COLUMNS =
            "\"LSH\", \"JYM\", \"CZY\", \"SJ\", \"RYBH\", \"SFZ\", \"XM\", \"XZ\", \"NY\","
                    + " \"JS\", \"JE\", \"DW-MA\"";
    private static final String INSERT =
            "insert into \"Qzk\".\"WbJh\" (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select \"BT\", \"YLSH\", \"FHM\", \"FHXX\", \"HZ\", \"HZJE\", \"HZSJ\" from \"Qzk\".\"WbJh\" where \"LSH\" = ?";
    private static final String[] VALUES = {
        "DT2",
        "tongban_98",
        "20261123175200",
        "4400000001",
        Samples.CITIZEN_NUMBER,
        Samples.NAME,
        "YL",
        "202610",
        "5510.00",
        "1102.00",
        Samples.PAYER
    };

    private final ExchangeStub province = new ExchangeStub();
    private final ProvinceLink link;
    private final Connection connection;
    private long number;

    ExchangeDbCourse(Way way, Path folder) throws SQLException {
        super(way);
        province.run("create index on \"Qzk\".\"WbJh\" (\"LSH\")");
        province.answering(Dongting.BOOKED);
        link = Dongting.links(folder, province.endpoint())
                .edit("98-dongting.yaml", "reply: 3s", "reply: 20s")
                .open();
        connection = province.connection();
    }

    @Override
    void mediated() {
        Course.accepted(link.send(Samples.withhold(Samples.DONGTING, Course.serial(++number))));
    }

    @Override
    void bare() throws SQLException {
        String serial = Course.serial(++number);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, serial);
            for (int i = 0; i < VALUES.length; i++) {
                insert.setString(i + 2, VALUES[i]);
            }
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, serial);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Course.contains(row.getString("FHM"), "00");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        link.close();
        connection.close();
        province.close();
    }
}
