package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sichuan moves to another system at the start of 23 November 2026 in Shanghai, the day of the tests' clock. */
class VersionsTest {
    private static final Instant LAST_SECOND = Instant.parse("2026-11-22T15:59:59Z");
    private static final Instant FIRST_SECOND = Instant.parse("2026-11-22T16:00:00Z");
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";

    private final TcpStub before = new TcpStub();
    private final TcpStub after = new TcpStub();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        before.close();
        after.close();
    }

    @Test
    void inquiresWhereTheCommandWasFirstSent() throws IOException {
        before.answering("0000", BOOKED);

        assertThat(resumed(LAST_SECOND, true)).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(before.requests).hasSize(1);
        assertThat(after.requests).isEmpty();
    }

    @Test
    void sendsNothingToTheNewSystemWhenTheOldOneNeverSawIt() throws IOException {
        before.answering("D404", "");

        assertThat(resumed(LAST_SECOND, true))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.VERSION_ENDED));
        assertThat(before.requests).hasSize(1);
        assertThat(after.requests).isEmpty();
    }

    @Test
    void asksTheNewSystemForWhatWasFirstSentThere() throws IOException {
        after.answering("0000", BOOKED);

        assertThat(resumed(FIRST_SECOND, true)).isInstanceOf(ProvinceReply.Accepted.class);
        assertThat(before.requests).isEmpty();
    }

    @Test
    void inquiresAtAProvinceThatHasNoVersionToday() throws IOException {
        before.answering("0000", BOOKED);

        assertThat(resumed(LAST_SECOND, false)).isInstanceOf(ProvinceReply.Accepted.class);
    }

    @Test
    void leavesToAPersonWhatWasSentWhenNoVersionWasInForce() throws IOException {
        assertThat(resumed(FIRST_SECOND, false))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.VERSION_ENDED));
        assertThat(before.requests).isEmpty();
    }

    private ProvinceReply resumed(Instant firstSent, boolean followed) throws IOException {
        Links links = new Links(folder)
                .edit("51-sichuan.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-11-22")
                .set("tongban.province.51.endpoint", before.endpoint())
                .set("tongban.province.51.endpoint.new", after.endpoint());
        if (followed) {
            Files.writeString(
                    folder.resolve("51-sichuan-new.yaml"),
                    Links.shipped("51-sichuan.yaml")
                            .replace("from: 2025-01-01", "from: 2026-11-23")
                            .replace("51.endpoint}", "51.endpoint.new}"));
        }
        try (ProvinceLink link = links.open()) {
            return link.resume(Samples.withhold(Samples.SICHUAN), firstSent);
        }
    }
}
