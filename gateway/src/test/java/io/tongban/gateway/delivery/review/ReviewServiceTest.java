package io.tongban.gateway.delivery.review;

import static io.tongban.gateway.testing.House.MEITU;
import static io.tongban.gateway.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewServiceTest {
    private final House house = new House();
    private final ReviewTasks tasks = house.get(ReviewTasks.class);
    private final OpenTasks open = house.get(OpenTasks.class);

    @Test
    void asksAPersonOnceUntilItIsSettled() {
        assertThat(opened("44", "wh_1")).isTrue();
        assertThat(opened("44", "wh_1")).isFalse();
        house.jdbi.useTransaction(handle -> open.answered(handle, "wh_1", ReviewTask.Outcome.BOOKED));
        assertThat(opened("44", "wh_1")).isTrue();
        assertThat(house.audited()).containsExactly("task.opened", "task.settled", "task.opened");
    }

    @Test
    void showsWhatTheProvinceSettledItself() {
        opened("44", "wh_1");
        house.jdbi.useTransaction(handle -> open.answered(handle, "wh_1", ReviewTask.Outcome.NOT_BOOKED));
        assertThat(list(null, null, null, null).items())
                .singleElement()
                .satisfies(task -> assertThat(task.settled())
                        .isEqualTo(new ReviewTask.Settled(House.NOW, ReviewTask.Outcome.NOT_BOOKED, "province")));
    }

    @Test
    void listsTheOldestFirstInPagesWithoutLeavingOneOut() {
        IntStream.range(0, 7).forEach(i -> opened(i % 2 == 0 ? "44" : "51", "wh_" + i));
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            TaskPage page = list(null, null, cursor, 3);
            page.items().forEach(task -> all.add(task.subjectId()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        assertThat(list("51", null, null, null).items())
                .extracting(ReviewTask::subjectId)
                .containsExactlyInAnyOrder("wh_1", "wh_3", "wh_5");
        assertThat(list("66", null, null, null).items()).isEmpty();
    }

    @Test
    void narrowsToAState() {
        opened("44", "wh_1");
        opened("44", "wh_2");
        house.jdbi.useTransaction(handle -> open.answered(handle, "wh_1", ReviewTask.Outcome.BOOKED));
        assertThat(list(null, ReviewTask.State.OPEN, null, null).items())
                .extracting(ReviewTask::subjectId)
                .containsExactly("wh_2");
        assertThat(list(null, ReviewTask.State.SETTLED, null, null).items())
                .extracting(ReviewTask::subjectId)
                .containsExactly("wh_1");
    }

    @Test
    void refusesCursorsAndLimitsThatAreNone() {
        assertProblem(ProblemType.CURSOR_INVALID, null, () -> list(null, null, "tsk_1' or '1", null));
        assertProblem(ProblemType.HEADER_INVALID, null, () -> list(null, null, null, 0));
        assertProblem(ProblemType.HEADER_INVALID, null, () -> list(null, null, null, 201));
    }

    @Test
    void knowsNoOtherTask() {
        assertProblem(
                ProblemType.TASK_NOT_FOUND,
                null,
                () -> house.inTransaction(handle -> tasks.read(handle, "tsk_nobody")));
        assertProblem(
                ProblemType.TASK_NOT_FOUND,
                null,
                () -> house.inTransaction(
                        handle -> tasks.settle(handle, "tsk_nobody", new Resolution.NotBooked("no"), House.AGENCY)));
    }

    private boolean opened(String province, String subjectId) {
        NewTask task = new NewTask(
                new ProvinceCode(province), ReviewTask.Kind.WITHHOLDING, subjectId, MEITU, "deadline", House.NOW);
        return house.<Boolean>inTransaction(handle -> open.open(handle, task));
    }

    private TaskPage list(
            @Nullable String province,
            ReviewTask.@Nullable State state,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return house.inTransaction(handle -> tasks.list(handle, new TaskFilter(province, state), cursor, limit));
    }
}
