package io.tongban.province.farside;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Dongting's answers, in its own columns, and a link to it. */
public final class Dongting {
    public static final String REGISTERED =
            "new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00'; new.\"GRBH\" := '9800000001';";
    public static final String BOOKED = "new.\"BT\" := '2'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '00';"
            + " new.\"HZ\" := 'DT1'; new.\"HZJE\" := '1102.00'; new.\"HZSJ\" := '20261123175201';";
    private static final Path PROFILE = Path.of("src/test/resources/exchangedb/98-dongting.yaml");

    private Dongting() {}

    public static Links links(Path folder, String endpoint) {
        try {
            Files.copy(PROFILE, folder.resolve("98-dongting.yaml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Links(folder)
                // A busy database takes longer to let somebody in.
                .edit("98-dongting.yaml", "connect: 2s", "connect: 30s")
                .set("tongban.province.98.endpoint", endpoint)
                .set("tongban.province.98.password", ExchangeStub.PASSWORD);
    }

    /** For a test to which an answer comes, however busy the machine is; by the profile it would have three seconds. */
    public static Links unhurried(Path folder, String endpoint) {
        return links(folder, endpoint).edit("98-dongting.yaml", "reply: 3s", "reply: 30s");
    }

    public static ProvinceReply accepted(String serial) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("DT1", 110200, Instant.parse("2026-11-23T09:52:01Z")));
    }

    /** A refusal under flag 9. */
    public static String refusing(String code) {
        return "new.\"BT\" := '9'; new.\"YLSH\" := new.\"LSH\"; new.\"FHM\" := '" + code + "';";
    }
}
