package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The transfer keeps the province's hours, and each version of a profile its own files. */
class FileHoursTest extends AnhuiFiles {
    private final Passing clock = new Passing();

    @Test
    void staysAwayWhileTheProvinceIsClosedAndComesWhenItOpens() throws Exception {
        Watched watched = new Watched(clock);
        Links links = links().clock(watched).edit("34-anhui.yaml", "00:00-24:00", "06:00-17:00");
        try (ProvinceLink link = links.open()) {
            ProvinceReply.Pending pending = (ProvinceReply.Pending) link.send(Samples.register(Samples.ANHUI));
            // Six in the morning in Shanghai, and then some.
            assertThat(pending.askAgainAt()).isEqualTo(Instant.parse("2026-11-23T22:00:00.060Z"));
            watched.awaitTransfer();
            assertThat(spool.files()).isEmpty();

            clock.pass(Duration.ofHours(13));
            spool.uploaded();
            assertThat(province.sent()).contains("JS1001_TONGBAN_20261124_001.ok");
        }
    }

    @Test
    void aVersionThatHasEndedReadsTheRepliesToItsFilesAndCutsNoMore() throws Exception {
        Links links =
                links().clock(clock).edit("34-anhui.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-11-23");
        Files.writeString(
                folder.resolve("profiles").resolve("34-anhui-2.yaml"),
                Links.shipped("34-anhui.yaml")
                        .replace("2025-01-01", "2026-11-24")
                        .replace("JS1001", "JS9001"));
        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.uploaded();
            clock.pass(Duration.ofDays(1));
            // A round that began yesterday must not meet what is sent today.
            spool.round();
            link.send(new ProvinceCommand.Register(
                    Samples.ANHUI, "S" + "0".repeat(19), Samples.PERSON, ProvinceCommand.Place.HOUSEHOLD));
            spool.uploaded();

            assertThat(province.sent()).contains("JS1001_TONGBAN_20261123_001.ok", "JS9001_TONGBAN_20261124_001.ok");
            province.reply("JS1001_TONGBAN_20261123_001", Samples.SERIAL + "|0000|成功|3400000001\nTOTAL|1|0\n");
            assertThat(inbox.next().serial()).isEqualTo(Samples.SERIAL);
        }
    }

    /** Lets a test wait until the transfer has looked at the clock a few times, and so has come by. */
    private static final class Watched extends Clock {
        private final Clock clock;
        private final Semaphore looks;

        Watched(Clock clock) {
            this(clock, new Semaphore(0));
        }

        private Watched(Clock clock, Semaphore looks) {
            this.clock = clock;
            this.looks = looks;
        }

        void awaitTransfer() throws InterruptedException {
            assertThat(looks.tryAcquire(10, 30, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().contains("timer")) {
                looks.release();
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Watched(clock.withZone(zone), looks);
        }
    }
}
