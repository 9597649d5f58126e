package io.tongban.sandbox.province;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between which bounds a province takes a contribution base, all in whole fen a month.
 *
 * @param kind AAE140 code, three digits
 * @param validTo last month, open when absent: the next limits are not published yet
 * @param averageWageFen full-calibre average wage that the bounds derive from
 * @param floors one, or one for each area of the province
 * @param mark S a source was read, K common knowledge of the field
 */
public record BaseLimits(
        String province,
        String kind,
        YearMonth validFrom,
        @Nullable YearMonth validTo,
        long averageWageFen,
        List<Floor> floors,
        long ceilingFen,
        String mark,
        String source) {
    public BaseLimits {
        floors = List.copyOf(floors);
    }

    /** @param area where in the province it applies */
    public record Floor(String area, long fen) {}

    /** The province's lowest floor. No dialect says in which area a person is insured, so none can be asked for more. */
    public long lowestFloorFen() {
        return floors.stream().mapToLong(Floor::fen).min().orElseThrow();
    }

    boolean allows(long baseFen) {
        return baseFen >= lowestFloorFen() && baseFen <= ceilingFen;
    }
}
