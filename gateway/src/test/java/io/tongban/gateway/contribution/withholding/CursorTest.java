package io.tongban.gateway.contribution.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTest {
    private static final ListFilter ALL = new ListFilter(null, null, null, null);
    private static final Cursor CURSOR =
            new Cursor(Instant.parse("2026-11-23T04:00:00.123Z"), "wh_01kandb7vq5zrp5nh3qj8m2c50");

    @Test
    void comesBackAsItWent() {
        String written = CURSOR.write("meitu", ALL);
        assertThat(written).matches("[A-Za-z0-9_-]{1,200}");
        assertThat(Cursor.read(written, "meitu", ALL)).isEqualTo(CURSOR);
    }

    static Stream<ListFilter> otherFilters() {
        return Stream.of(
                new ListFilter("wkr_1", null, null, null),
                new ListFilter(null, "wkr_1", null, null),
                new ListFilter(null, null, YearMonth.of(2026, 10), null),
                new ListFilter(null, null, null, WithholdingRecord.State.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("otherFilters")
    void isRefusedWithOtherFilters(ListFilter other) {
        assertRefused(CURSOR.write("meitu", ALL), "meitu", other);
        assertRefused(CURSOR.write("meitu", other), "meitu", ALL);
    }

    @Test
    void isRefusedForAnotherPartner() {
        assertRefused(CURSOR.write("meitu", ALL), "kuaida", ALL);
    }

    @Property(tries = 300)
    void isRefusedWhenMadeUp(@ForAll String written) {
        assertRefused(written, "meitu", ALL);
    }

    @Test
    void isRefusedWhenItsTimeIsNoTime() {
        assertRefused(new Cursor(Instant.EPOCH.minusSeconds(1), "wh_1").write("meitu", ALL), "meitu", ALL);
        assertRefused(new Cursor(Instant.ofEpochMilli(Long.MAX_VALUE), "wh_1").write("meitu", ALL), "meitu", ALL);
        assertRefused(new Cursor(Instant.EPOCH, "wh\0").write("meitu", ALL), "meitu", ALL);
    }

    private static void assertRefused(String written, String clientId, ListFilter filter) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> Cursor.read(written, clientId, filter));
        assertThat(refused.type()).isEqualTo(ProblemType.CURSOR_INVALID);
    }
}
