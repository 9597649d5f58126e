package io.tongban.api.worker;

import io.tongban.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A body and not a query, because a citizen number must not stand in a URL; silent in {@link #toString()}. */
@Schema(description = "Finds this partner's worker by citizen number.")
public record WorkerSearch(
        @Schema(examples = "11010519491231002X") @NotNull @Pattern(regexp = Patterns.CITIZEN_NUMBER)
        String citizenNumber) {
    @Override
    public String toString() {
        return "WorkerSearch[…]";
    }
}
