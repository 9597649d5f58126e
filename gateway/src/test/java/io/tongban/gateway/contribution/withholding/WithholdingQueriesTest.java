package io.tongban.gateway.contribution.withholding;

import static io.tongban.gateway.contribution.withholding.WithholdingFixture.no;
import static io.tongban.gateway.contribution.withholding.WithholdingFixture.yes;
import static io.tongban.gateway.testing.House.KUAIDA;
import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.testing.House;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithholdingQueriesTest {
    private static final ListFilter ALL = new ListFilter(null, null, null, null);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private final House house = new House();
    private final WithholdingQueries ledger = house.get(WithholdingQueries.class);
    private final List<WithholdingFixture> workers = new ArrayList<>();
    private final List<String> newestFirst = new ArrayList<>();

    /** Three workers, three months each; every three of them in the same millisecond. */
    @BeforeEach
    void withhold() {
        for (int n = 0; n < 3; n++) {
            workers.add(WithholdingFixture.of(house, MEITU, n));
        }
        for (int month = 0; month < 3; month++) {
            List<String> together = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                together.add(workers.get(n).accepted("wh-" + n + "-" + month, SEPTEMBER.plusMonths(month)));
            }
            together.sort(Collections.reverseOrder());
            newestFirst.addAll(0, together);
            house.clock.advance(Duration.ofMillis(1));
        }
        WithholdingFixture.of(house, KUAIDA, 100).accepted("wh-0-0", SEPTEMBER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 9, 200})
    void walksAllPagesNewestFirstWithoutLossOrRepetition(int limit) {
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            WithholdingQueries.Page page = list(ALL, cursor, limit);
            assertThat(page.items()).hasSizeBetween(1, limit);
            page.items().forEach(each -> walked.add(each.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(walked).isEqualTo(newestFirst);
    }

    @Test
    void doesNotRepeatWhenSomethingNewComesBetweenTwoPages() {
        WithholdingQueries.Page first = list(ALL, null, 4);
        WithholdingFixture.of(house, MEITU, 50).accepted("wh-new", SEPTEMBER);
        assertThat(list(ALL, first.nextCursor(), 200).items())
                .extracting(WithholdingRecord::id)
                .isEqualTo(newestFirst.subList(4, 9));
    }

    @Test
    void narrowsByEachFilterAndByAllTogether() {
        String worker = workers.get(1).workerId();
        String confirmed = newestFirst.get(0);
        workers.get(0).settle(confirmed, yes());
        workers.get(0).settle(newestFirst.get(1), no());
        assertThat(list(new ListFilter(worker, null, null, null), null, 50).items())
                .hasSize(3)
                .allMatch(each -> each.workerId().equals(worker));
        assertThat(list(new ListFilter(null, "wh-1-2", null, null), null, 50).items())
                .singleElement()
                .satisfies(each -> assertThat(each.reference()).isEqualTo("wh-1-2"));
        assertThat(list(new ListFilter(null, null, SEPTEMBER, null), null, 50).items())
                .hasSize(3)
                .allMatch(each -> each.period().equals(SEPTEMBER));
        assertThat(list(new ListFilter(null, null, null, State.CONFIRMED), null, 50)
                        .items())
                .extracting(WithholdingRecord::id)
                .containsExactly(confirmed);
        assertThat(list(new ListFilter(worker, "wh-1-0", SEPTEMBER, State.ACCEPTED), null, 50)
                        .items())
                .hasSize(1);
        assertThat(list(new ListFilter(worker, "wh-2-0", SEPTEMBER, State.ACCEPTED), null, 50)
                        .items())
                .isEmpty();
    }

    @Test
    void refusesACursorOfAnotherListing() {
        String cursor = list(ALL, null, 1).nextCursor();
        assertProblem(
                ProblemType.CURSOR_INVALID, null, () -> list(new ListFilter(null, null, SEPTEMBER, null), cursor, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void refusesALimitThatIsNone(int limit) {
        assertProblem(ProblemType.HEADER_INVALID, null, () -> list(ALL, null, limit));
    }

    @Test
    void showsFiftyWhenNoLimitIsGiven() {
        assertThat(house.jdbi
                        .withHandle(handle -> ledger.list(handle, MEITU, ALL, null, null))
                        .items())
                .hasSize(9);
    }

    private WithholdingQueries.Page list(ListFilter filter, String cursor, int limit) {
        return house.jdbi.withHandle(handle -> ledger.list(handle, MEITU, filter, cursor, limit));
    }
}
