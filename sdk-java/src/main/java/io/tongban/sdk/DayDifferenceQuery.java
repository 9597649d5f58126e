package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.sdk.internal.call.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of which days to list; each filter narrows. Immutable. */
public final class DayDifferenceQuery {
    private static final DayDifferenceQuery ALL = new DayDifferenceQuery(null, null, null);

    private final @Nullable String province;
    private final @Nullable LocalDate day;
    private final @Nullable Integer pageSize;

    private DayDifferenceQuery(@Nullable String province, @Nullable LocalDate day, @Nullable Integer pageSize) {
        if (pageSize != null && (pageSize < 1 || pageSize > 200)) {
            throw new IllegalArgumentException("A page has 1 to 200 rows, not " + pageSize);
        }
        this.province = province;
        this.day = day;
        this.pageSize = pageSize;
    }

    /** Of all provinces and days. */
    public static DayDifferenceQuery all() {
        return ALL;
    }

    /** @param code two digits, such as {@code 44} */
    public DayDifferenceQuery ofProvince(String code) {
        return new DayDifferenceQuery(Given.value(code, "code"), day, pageSize);
    }

    /** @param wanted by the province's own date of booking */
    public DayDifferenceQuery ofDay(LocalDate wanted) {
        return new DayDifferenceQuery(province, Given.value(wanted, "wanted"), pageSize);
    }

    /** @param size rows to a page, 1 to 200 */
    public DayDifferenceQuery pagesOf(int size) {
        return new DayDifferenceQuery(province, day, size);
    }

    String query(@Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("province", province);
        parameters.put("day", day == null ? null : day.toString());
        parameters.put("cursor", cursor);
        parameters.put("limit", pageSize == null ? null : pageSize.toString());
        return Target.query(parameters);
    }

    @Override
    public String toString() {
        return "DayDifferenceQuery" + query(null);
    }
}
