package io.tongban.gateway.accounting.reconciliation;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.api.agency.DayCommand;
import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.DayState;
import io.tongban.api.agency.DaySum;
import io.tongban.api.agency.ReconciliationDayPage;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTasks;
import io.tongban.gateway.testing.House;
import io.tongban.province.Capability;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail.DayItem;
import io.tongban.province.ProvinceDetail.EntryKind;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each row that differs is found and asked about once, and none is invented. */
class DifferenceTasksTest extends DayFixture {
    DifferenceTasksTest() throws Exception {}

    @Test
    void opensATaskForEachRowThatDiffersAndForNoOther() {
        String same = booked(THEN);
        String missing = booked(THEN);
        String other = booked(THEN);
        book.has(same, FEN);
        book.has(other, FEN + 1);
        book.has("THEIRS", 7);

        looked(run);

        assertThat(state()).isEqualTo("DIFFERS");
        assertThat(tasks())
                .containsExactlyInAnyOrder(
                        "WITHHOLDING missing-there " + MEITU,
                        "WITHHOLDING amount-differs " + MEITU,
                        "DIFFERENCE unknown-here none");
        assertThat(texts("select serial from reconciliation_difference"))
                .containsExactlyInAnyOrder(missing, other, "THEIRS");
        assertThat(house.count("reconciliation_item")).isZero();
        again();
        assertThat(tasks()).as("a row that is found again").hasSize(3);
    }

    /** The sums agree, and no look at them shows it. */
    @Test
    void findsAMissingAndAStrangeBookingOfTheSameAmount() {
        book.has(booked(THEN), FEN);
        String missing = booked(THEN);
        book.has("THEIRS", FEN);

        looked(run);

        assertThat(state()).isEqualTo("DIFFERS");
        assertThat(text("select rows from reconciliation_day")).isEqualTo("2");
        assertThat(text("select our_fen - their_fen from reconciliation_sum")).isEqualTo("0");
        assertThat(tasks())
                .containsExactlyInAnyOrder("WITHHOLDING missing-there " + MEITU, "DIFFERENCE unknown-here none");
        book.items.remove(1);
        book.has(missing, FEN);
        again();
        assertThat(state()).isEqualTo("AGREED");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void signsNoDayWhoseSumsAgreeWhileItsListCannotBeHad() {
        book.has(booked(THEN), FEN);
        house.provinces.reply(command -> command instanceof ProvinceCommand.QueryDayItems
                ? new ProvinceReply.Unknown(command.serial(), UnknownCause.TIMEOUT)
                : book.reply(command));

        looked(run);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(text("select cause from reconciliation_day")).isEqualTo("timeout");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void signsADayThatIsPutRightAndClosesItsTasks() {
        String missing = booked(THEN);
        book.has("THEIRS", 7);
        looked(run);
        assertThat(tasks()).hasSize(2);

        book.items.clear();
        book.has(missing, FEN);
        again();

        assertThat(state()).isEqualTo("AGREED");
        assertThat(tasks()).isEmpty();
        assertThat(texts("select outcome from review_task order by kind")).containsExactly("NOT_BOOKED", "BOOKED");
    }

    @Test
    void asksAgainOfARowThatComesBack() {
        book.has("THEIRS", 7);
        booked(THEN);
        looked(run);
        book.items.clear();
        again();
        assertThat(tasks()).containsExactly("WITHHOLDING missing-there " + MEITU);

        book.has("THEIRS", 7);
        again();

        assertThat(tasks())
                .containsExactlyInAnyOrder("WITHHOLDING missing-there " + MEITU, "DIFFERENCE unknown-here none");
        assertThat(house.count("reconciliation_difference")).isEqualTo(2);
    }

    @Test
    void listsDaysAndRowsForTheAgency() {
        ReconciliationResource resource = new ReconciliationResource(house.jdbi);
        String missing = booked(THEN);
        book.has("THEIRS", 7);
        looked(run);
        house.clock.advance(Duration.ofDays(1));
        looked(run);

        ReconciliationDayPage first = resource.listReconciliationDays("44", null, null, 1);
        ReconciliationDayPage second = resource.listReconciliationDays("44", null, first.nextCursor(), 1);
        assertThat(first.items().get(0).day()).isEqualTo(YESTERDAY.plusDays(1));
        assertThat(second.nextCursor()).isNull();
        assertThat(second.items()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo(YESTERDAY);
            assertThat(day.differences()).isEqualTo(2);
            assertThat(day.sums()).containsExactly(new DaySum(DayCommand.WITHHOLD, "AAE140:110", 1, FEN, 1, 7));
        });
        assertThat(resource.listReconciliationDays(null, DayState.AGREED, null, null)
                        .items())
                .isEmpty();
        assertThat(resource.listDayDifferences("44", YESTERDAY.toString(), null, null)
                        .items())
                .extracting(DayDifference::serial, DayDifference::reason)
                .containsExactlyInAnyOrder(tuple(missing, "missing-there"), tuple("THEIRS", "unknown-here"));
        DayDifferencePage page = resource.listDayDifferences(null, null, null, 1);
        assertThat(resource.listDayDifferences(null, null, page.nextCursor(), 1).items())
                .isNotEqualTo(page.items())
                .hasSize(1);
    }

    @Test
    void closesNoTaskThatWasOpenedForAnotherReason() {
        String missing = booked(THEN);
        looked(run);
        house.jdbi.useHandle(handle -> handle.execute("update review_task set reason = 'contradiction'"));

        book.has(missing, FEN);
        again();

        assertThat(state()).isEqualTo("AGREED");
        assertThat(tasks()).containsExactly("WITHHOLDING contradiction " + MEITU);
    }

    @Test
    void letsAPersonSettleWhatNobodyAskedFor() {
        book.has("THEIRS", 7);
        looked(run);
        String task = text("select id from review_task");

        house.inTransaction(handle -> house.get(ReviewTasks.class)
                .settle(handle, task, new Resolution.NotBooked("Another gateway's"), House.AGENCY));

        assertThat(tasks()).isEmpty();
        assertThat(text("select settled_note from reconciliation_difference")).isEqualTo("Another gateway's");
        again();
        assertThat(tasks()).as("it was settled once").isEmpty();
    }

    @Test
    void believesNoListThatIsLongerThanItsTotals() {
        booked(THEN);
        for (int i = 0; i < 5; i++) {
            book.beyond.add(new DayItem(EntryKind.WITHHOLD, "X" + i, 1));
        }

        looked(run);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(text("select cause from reconciliation_day")).isEqualTo("items-too-many");
        assertThat(tasks()).isEmpty();
        assertThat(house.count("reconciliation_item")).isZero();
    }

    @Test
    void saysThatADayDiffersWhereTheProvinceListsNoItems() {
        booked(THEN);
        house.provinces.items = Capability.NONE;

        looked(run);

        assertThat(state()).isEqualTo("DIFFERS");
        assertThat(tasks()).isEmpty();
    }
}
