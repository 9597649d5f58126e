package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskState;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingPage;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    private static Reply page(@Nullable String next, String... references) {
        List<Withholding> items = List.of(references).stream()
                .map(reference -> Samples.withholding(reference, WithholdingState.ACCEPTED))
                .toList();
        return Reply.of(200, new WithholdingPage(items, next));
    }

    @Test
    void walksFromPageToPage() {
        scene.gateway().answer(page("c 1/&", "a", "b"), page("c2"), page(null, "c"));
        WithholdingQuery query = WithholdingQuery.all()
                .ofWorker("wkr_1")
                .ofPeriod(YearMonth.of(2026, 10))
                .inState(WithholdingState.ACCEPTED)
                .pagesOf(2);

        assertThat(tongban.withholdings().list(query))
                .extracting(Withholding::partnerReference)
                .containsExactly("a", "b", "c");

        String filters = "/v1/withholdings?workerId=wkr_1&period=2026-10&state=ACCEPTED";
        assertThat(scene.gateway().received())
                .extracting(Received::target)
                .containsExactly(
                        filters + "&limit=2", filters + "&cursor=c%201%2F%26&limit=2", filters + "&cursor=c2&limit=2");
    }

    @Test
    void walksTheTasksOfAProvince() {
        scene.gateway()
                .answer(
                        Reply.of(200, new ReviewTaskPage(List.of(AgencySamples.TASK), "c1")),
                        Reply.of(200, new ReviewTaskPage(List.of(AgencySamples.TASK), null)));
        ReviewTaskQuery query =
                ReviewTaskQuery.all().ofProvince("44").inState(TaskState.OPEN).pagesOf(1);

        assertThat(tongban.reviewTasks().list(query)).hasSize(2);

        String filters = "/v1/admin/review-tasks?province=44&state=OPEN";
        assertThat(scene.gateway().received())
                .extracting(Received::target)
                .containsExactly(filters + "&limit=1", filters + "&cursor=c1&limit=1");
    }

    @Test
    void walksTheRowsOfAllProvincesAndDaysOrOfOne() {
        DayDifferencePage first = new DayDifferencePage(List.of(AgencySamples.DIFFERENCE), "rdf_1");
        DayDifferencePage last = new DayDifferencePage(List.of(AgencySamples.DIFFERENCE), null);
        scene.gateway().answer(Reply.of(200, first), Reply.of(200, last), Reply.of(200, last));

        assertThat(tongban.reconciliation().differences(DayDifferenceQuery.all()))
                .hasSize(2);
        assertThat(tongban.reconciliation()
                        .differences(DayDifferenceQuery.all()
                                .ofProvince("44")
                                .ofDay(LocalDate.of(2026, 11, 27))
                                .pagesOf(1)))
                .hasSize(1);

        String path = "/v1/admin/reconciliation/differences";
        assertThat(scene.gateway().received())
                .extracting(Received::target)
                .containsExactly(path, path + "?cursor=rdf_1", path + "?province=44&day=2026-11-27&limit=1");
    }

    @Test
    void fetchesNoPageBeforeItIsNeeded() {
        scene.gateway().answer(page("c1", "a", "b"), page(null, "c"));
        Iterator<Withholding> walk =
                tongban.withholdings().list(WithholdingQuery.all()).iterator();
        assertThat(scene.gateway().received()).isEmpty();

        walk.next();
        walk.next();
        assertThat(scene.gateway().received()).hasSize(1);
        walk.next();
        assertThat(scene.gateway().received()).hasSize(2);
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void stopsAtACursorThatLeadsToItself() {
        scene.gateway().answer(page("c1", "a"));

        assertThat(tongban.withholdings().list(WithholdingQuery.all()).stream()).hasSize(2);
    }

    @Test
    void beginsAnewWithEachWalk() {
        scene.gateway().answer(page(null, "a"));
        Pages<Withholding> pages = tongban.withholdings().list(WithholdingQuery.all());

        assertThat(pages).hasSize(1);
        assertThat(pages).hasSize(1);
        assertThat(scene.gateway().received()).hasSize(2);
    }

    @Test
    void refusesAPageSizeThatTheContractDoesNotHave() {
        assertThatThrownBy(() -> WithholdingQuery.all().pagesOf(201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WithholdingQuery.all().pagesOf(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReviewTaskQuery.all().pagesOf(201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DayDifferenceQuery.all().pagesOf(201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DayDifferenceQuery.all().pagesOf(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
