package io.tongban.gateway.accounting.reconciliation;

import static io.tongban.gateway.testing.House.MEITU;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.withholding.WithholdingFixture;
import io.tongban.gateway.delivery.review.NewTask;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person says of a withholding, and what the days say after it. */
class SettledRowsTest extends DayFixture {
    private static final Resolution NO = new Resolution.NotBooked("asked by telephone");

    SettledRowsTest() throws Exception {}

    @Test
    void bringsNoReversalIntoTheBooksThatTheProvinceKnowsNothingOf() {
        booked(THEN);
        looked(run);
        assertThat(tasks()).containsExactly("WITHHOLDING missing-there " + MEITU);
        house.clock.advance(Duration.ofDays(3));

        settle(NO);
        again();
        house.clock.advance(Duration.ofDays(1));
        again();

        assertThat(texts("select distinct state from reconciliation_day")).containsExactly("AGREED");
        assertThat(house.count("reconciliation_day"))
                .as("that of the decision, too")
                .isGreaterThanOrEqualTo(5);
        assertThat(tasks()).isEmpty();
        assertThat(house.count("review_task")).isEqualTo(1);
        assertThat(text("select state || (reversed_at is not null) from withholding"))
                .isEqualTo("REVERSEDtrue");
    }

    @Test
    void takesTheDayOfAReversalFromTheRowOfTheProvince() {
        String serial = booked(THEN.minus(Duration.ofDays(1)));
        book.tookBack(serial, FEN);
        looked(run);
        assertThat(tasks()).containsExactly("WITHHOLDING unknown-here " + MEITU);

        settle(NO);
        again();

        assertThat(state()).isEqualTo("AGREED");
        assertThat(text("select our_fen from reconciliation_sum where kind = 'REVERSE'"))
                .isEqualTo(Long.toString(FEN));
    }

    @Test
    void asksNoMoreOfARowThatComesAndGoesOnceAPersonHasSaidWhatItIs() {
        String serial = booked(THEN);
        looked(run);
        settle(new Resolution.Booked("GD1", THEN, FEN, "on paper"));
        assertThat(text("select settled_note from reconciliation_difference")).isEqualTo("on paper");
        assertThat(text("select gone_at is not null from reconciliation_difference"))
                .isIn("t", "true");

        again();
        book.has("ANOTHER", 1);
        again();
        book.items.clear();
        again();

        assertThat(state()).isEqualTo("DIFFERS");
        assertThat(tasks()).doesNotContain("WITHHOLDING missing-there " + MEITU);
        book.has(serial, FEN + 1);
        again();
        assertThat(tasks()).as("which is another matter").contains("WITHHOLDING amount-differs " + MEITU);
    }

    @Test
    void asksAboutWhatTheProvinceHasOnceAPersonHasSaidThatItHasItNot() {
        WithholdingFixture fixture = WithholdingFixture.of(house, MEITU, ++persons);
        String id = fixture.accepted("o-1", october());
        awaitsReview(id);
        book.has(serial(id), FEN);
        looked(run);
        assertThat(tasks()).as("its outcome comes first").containsExactly("WITHHOLDING deadline " + MEITU);
        assertThat(text("select cause from reconciliation_day")).isEqualTo("under-way");

        settle(NO);
        again();

        assertThat(tasks()).containsExactly("WITHHOLDING unknown-here " + MEITU);
        assertThat(state()).isEqualTo("DIFFERS");
    }

    @Test
    void asksLaterWhereSomebodyWasAskedForAnotherReason() {
        String serial = booked(THEN);
        String id = text("select id from withholding where serial = '" + serial + "'");
        open(id, "contradiction");
        looked(run);
        assertThat(tasks()).containsExactly("WITHHOLDING contradiction " + MEITU);

        settle(new Resolution.Booked("GD1", THEN, FEN, "they say"));
        assertThat(text("select gone_at is null from reconciliation_difference"))
                .isIn("t", "true");
        again();

        assertThat(tasks()).containsExactly("WITHHOLDING missing-there " + MEITU);
    }

    @Test
    void keepsATaskForAsLongAsAnotherRowOfItsWithholdingDiffers() {
        String serial = booked(THEN.minus(Duration.ofDays(5)));
        book.has(serial, FEN);
        book.tookBack(serial, FEN);
        looked(run);
        assertThat(house.count("reconciliation_difference")).isEqualTo(2);
        assertThat(tasks()).containsExactly("WITHHOLDING unknown-here " + MEITU);

        book.items.remove(0);
        again();

        assertThat(tasks()).containsExactly("WITHHOLDING unknown-here " + MEITU);
    }

    private void awaitsReview(String id) {
        house.jdbi.useHandle(
                handle -> handle.execute("update withholding set state = 'AWAITING_REVIEW' where id = ?", id));
        open(id, "deadline");
    }

    private void open(String id, String reason) {
        NewTask task = new NewTask(
                new ProvinceCode("44"), ReviewTask.Kind.WITHHOLDING, id, MEITU, reason, house.clock.instant());
        house.jdbi.useTransaction(handle -> house.get(OpenTasks.class).open(handle, task));
    }
}
