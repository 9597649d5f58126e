package io.tongban.province.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.DayItems;
import io.tongban.province.ProvinceDetail.DayTotal;
import io.tongban.province.ProvinceDetail.DayTotals;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/** Today's book of a far side, read over its link while it tells it rightly, and while it does not. */
final class ToldDay {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    /** Nobody is given one with this letter. */
    private static final String STRANGE = "261123UNASKED0000001";

    private final ProvinceLink link;
    private final ProvinceCode province;
    private final String serials;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private int asked;

    /**
     * What a far side tells wrongly from now on.
     *
     * @param serial as its profile writes it
     * @param day as yyyyMMdd
     */
    record Wrong(String kind, String serial, long fen, String day) {
        String line() {
            return String.join(" ", kind, serial, String.valueOf(fen), day);
        }
    }

    interface Teller {
        void tell(List<Wrong> wrong) throws Exception;
    }

    /** @param serials how the profile writes serials, with a star for ours */
    ToldDay(ProvinceLink link, ProvinceCode province, String serials) {
        this.link = link;
        this.province = province;
        this.serials = serials;
    }

    /**
     * Each mistake is in its sums and in its items, and none once all is right again.
     *
     * @param listsTwice whether two items that are the same are not taken for one that was answered twice
     */
    void isToldWrongly(Teller farSide, boolean listsTwice) throws Exception {
        List<DayItem> right = items();
        assertThat(right).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        DayItem lost = right.get(0);
        DayItem twice = right.get(2);
        DayItem other = right.get(5);
        DayItem changed = new DayItem(other.kind(), other.serial(), other.fen() + 1);
        DayItem strange = new DayItem(lost.kind(), STRANGE, 700);
        List<DayItem> wrong = new ArrayList<>(right);
        wrong.removeAll(List.of(lost, other));
        wrong.addAll(List.of(twice, changed, strange));

        farSide.tell(List.of(
                wrong("lost", lost), wrong("twice", twice), wrong("other", changed), wrong("strange", strange)));
        awaitTold(listsTwice ? wrong : wrong.stream().distinct().toList(), wrong);
        farSide.tell(List.of());
        awaitTold(right, right);
    }

    private Wrong wrong(String kind, DayItem item) {
        return new Wrong(
                kind, serials.replace("*", item.serial()), item.fen(), today.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** A file is written a moment later. */
    private void awaitTold(List<DayItem> items, List<DayItem> summed) {
        Awaitility.await().atMost(AT_MOST).untilAsserted(() -> {
            assertThat(items()).containsExactlyInAnyOrderElementsOf(items);
            assertThat(totals()).singleElement().satisfies(total -> {
                assertThat(total.count()).isEqualTo(summed.size());
                assertThat(total.fen())
                        .isEqualTo(summed.stream().mapToLong(DayItem::fen).sum());
            });
        });
    }

    private List<DayItem> items() {
        List<DayItem> all = new ArrayList<>();
        DayItems page;
        int number = 0;
        do {
            number++;
            page = (DayItems) told(new ProvinceCommand.QueryDayItems(province, serial(), today, number));
            all.addAll(page.items());
        } while (page.more());
        return all;
    }

    private List<DayTotal> totals() {
        return ((DayTotals) told(new ProvinceCommand.QueryDayTotals(province, serial(), today))).totals();
    }

    private Object told(ProvinceCommand question) {
        ProvinceReply reply = link.send(question);
        assertThat(reply).isInstanceOf(ProvinceReply.Accepted.class);
        return ((ProvinceReply.Accepted) reply).detail();
    }

    /** None that the run has used. */
    private String serial() {
        asked++;
        return String.format(Locale.ROOT, "D%019d", asked);
    }
}
