package io.tongban.api.day;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.internal.Required;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the books of the bank say of the day.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CounterDayReport {
    @Schema(
            description =
                    "The rows of the day that were not sent ahead in pages, at most 5,000; none on a day without any.")
    @NotNull
    @Size(max = 5_000)
    private final List<@NotNull @Valid CounterEntry> entries;

    @Schema(
            description = "How many pages of rows were sent ahead; none when absent.",
            examples = "2",
            minimum = "0",
            maximum = "200")
    @Min(0)
    @Max(CounterDayPage.MOST_PAGES)
    private final @Nullable Integer pages;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CounterDayReport(Builder builder) {
        // None at all is not the same as an empty list: a day must not be closed by mistake.
        this.entries = builder.entries == null ? null : Required.copied(builder.entries);
        this.pages = builder.pages;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.entries = entries;
        builder.pages = pages;
        return builder;
    }

    public List<CounterEntry> entries() {
        return entries;
    }

    /** How many pages were sent ahead. */
    public int pages() {
        return pages == null ? 0 : pages;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(entries, pages);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CounterDayReport that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        // Validation shows what is not valid yet.
        return "CounterDayReport[" + (entries == null ? "" : entries.size()) + "]";
    }

    /** Collects a {@link CounterDayReport}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable List<CounterEntry> entries;
        private @Nullable Integer pages;

        private Builder() {}

        /** The rows of the day that were not sent ahead; at most 5,000. */
        public Builder entries(List<CounterEntry> entries) {
            this.entries = entries;
            return this;
        }

        /** How many pages of rows were sent ahead. */
        public Builder pages(int pages) {
            this.pages = pages;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CounterDayReport build() {
            if (entries == null || entries.stream().anyMatch(each -> each == null)) {
                throw new IllegalArgumentException("A CounterDayReport needs its entries");
            }
            return new CounterDayReport(this);
        }
    }
}
