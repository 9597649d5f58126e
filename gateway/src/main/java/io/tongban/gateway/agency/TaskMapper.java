package io.tongban.gateway.agency;

import io.tongban.api.agency.ReviewTaskPage;
import io.tongban.api.agency.TaskKind;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.agency.TaskState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.review.Resolution;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.delivery.review.TaskFilter;
import io.tongban.gateway.delivery.review.TaskPage;
import io.tongban.gateway.platform.problem.ProblemException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between the contract's records of tasks and ours. */
final class TaskMapper {
    private TaskMapper() {}

    static TaskFilter filter(@Nullable String province, @Nullable TaskState state) {
        return new TaskFilter(province, state == null ? null : ReviewTask.State.valueOf(state.name()));
    }

    /** @throws ProblemException resolution-invalid if something is missing or too much for the outcome */
    static Resolution fromWire(TaskResolution wire) {
        return switch (wire.outcome()) {
            case BOOKED -> wire.personNumber() == null ? booked(wire) : registered(wire, wire.personNumber());
            case NOT_BOOKED -> {
                requireNoBooking(wire, wire.personNumber());
                yield new Resolution.NotBooked(wire.note());
            }
            case SEND_AGAIN -> {
                requireNoBooking(wire, wire.personNumber());
                yield new Resolution.SendAgain(wire.note());
            }
        };
    }

    private static Resolution booked(TaskResolution wire) {
        if (wire.provinceReceipt() != null && wire.bookedAt() == null && wire.amountFen() == null) {
            return new Resolution.Changed(wire.provinceReceipt(), wire.note());
        }
        return new Resolution.Booked(
                required(wire.provinceReceipt(), "/provinceReceipt"),
                required(wire.bookedAt(), "/bookedAt"),
                required(wire.amountFen(), "/amountFen"),
                wire.note());
    }

    private static Resolution registered(TaskResolution wire, String personNumber) {
        requireNoBooking(wire, null);
        return new Resolution.Registered(personNumber, wire.note());
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw new ProblemException(
                    ProblemType.RESOLUTION_INVALID,
                    "What is booked has receipt, time and amount, or a person number",
                    pointer);
        }
        return value;
    }

    private static void requireNoBooking(TaskResolution wire, @Nullable String personNumber) {
        if (Stream.of(wire.provinceReceipt(), wire.bookedAt(), wire.amountFen(), personNumber)
                .anyMatch(Objects::nonNull)) {
            throw new ProblemException(
                    ProblemType.RESOLUTION_INVALID, "A booking's particulars do not go with the rest");
        }
    }

    static ReviewTaskPage page(TaskPage page) {
        return new ReviewTaskPage(page.items().stream().map(TaskMapper::toWire).toList(), page.nextCursor());
    }

    static io.tongban.api.agency.ReviewTask toWire(ReviewTask task) {
        ReviewTask.Settled settled = task.settled();
        return new io.tongban.api.agency.ReviewTask(
                task.id(),
                task.province().value(),
                TaskKind.valueOf(task.kind().name()),
                task.subjectId(),
                task.clientId(),
                task.reason(),
                task.openedAt(),
                TaskState.valueOf(task.state().name()),
                settled == null ? null : settled.at(),
                settled == null ? null : TaskOutcome.valueOf(settled.outcome().name()),
                settled == null ? null : settled.by(),
                task.revision());
    }
}
