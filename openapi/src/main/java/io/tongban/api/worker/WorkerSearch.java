package io.tongban.api.worker;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A body and not a query, because a citizen number must not stand in a URL; silent in {@link #toString()}. */
@Schema(description = "Finds this partner's worker by citizen number.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class WorkerSearch {
    @Schema(examples = "11010519491231002X")
    @NotNull
    @Pattern(regexp = Patterns.CITIZEN_NUMBER)
    private final String citizenNumber;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private WorkerSearch(Builder builder) {
        this.citizenNumber = builder.citizenNumber;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.citizenNumber = citizenNumber;
        return builder;
    }

    public String citizenNumber() {
        return citizenNumber;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(citizenNumber);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkerSearch that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "WorkerSearch[…]";
    }

    /** Collects a {@link WorkerSearch}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String citizenNumber;

        private Builder() {}

        /** Required. */
        public Builder citizenNumber(String citizenNumber) {
            this.citizenNumber = citizenNumber;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public WorkerSearch build() {
            Required.given(citizenNumber, "WorkerSearch", "citizenNumber");
            return new WorkerSearch(this);
        }
    }
}
