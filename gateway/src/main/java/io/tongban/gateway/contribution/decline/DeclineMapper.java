package io.tongban.gateway.contribution.decline;

import io.tongban.api.decline.Decline;
import io.tongban.api.decline.DeclineCount;
import io.tongban.api.decline.DeclineCounts;
import io.tongban.api.decline.DeclineReason;
import io.tongban.api.decline.Sector;
import java.time.YearMonth;
import java.util.List;

/** From our records to the contract's. */
final class DeclineMapper {
    private DeclineMapper() {}

    static Decline toWire(DeclineRecord decline) {
        return new Decline(
                decline.id(),
                decline.reference(),
                decline.province().value(),
                Sector.valueOf(decline.sector()),
                DeclineReason.valueOf(decline.reason()),
                decline.recordedAt());
    }

    static DeclineCounts toWire(YearMonth month, List<DeclineStore.Cell> cells) {
        return new DeclineCounts(
                month,
                cells.stream()
                        .map(cell -> new DeclineCount(
                                cell.province(),
                                Sector.valueOf(cell.sector()),
                                DeclineReason.valueOf(cell.reason()),
                                cell.count()))
                        .toList());
    }
}
