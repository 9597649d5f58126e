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

@Schema(description = "Some rows of a day, sent ahead of its closing.")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CounterDayPage {
    /** Most rows of a page. */
    public static final int MOST_ENTRIES = 5_000;

    /** Most pages of a day. */
    public static final int MOST_PAGES = 200;

    @Schema(
            description = "Its number, from 1; the same number again replaces the page.",
            examples = "1",
            minimum = "1",
            maximum = "200")
    @NotNull
    @Min(1)
    @Max(MOST_PAGES)
    private final Integer page;

    @Schema(description = "Its rows, 1 to 5,000.")
    @NotNull
    @Size(min = 1, max = MOST_ENTRIES)
    private final List<@NotNull @Valid CounterEntry> entries;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private CounterDayPage(Builder builder) {
        this.page = builder.page;
        this.entries = builder.entries == null ? null : Required.copied(builder.entries);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.page = page;
        builder.entries = entries;
        return builder;
    }

    public Integer page() {
        return page;
    }

    public List<CounterEntry> entries() {
        return entries;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(page, entries);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CounterDayPage that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        // Validation shows what is not valid yet.
        return "CounterDayPage[" + page + ", " + (entries == null ? "" : entries.size()) + "]";
    }

    /** Collects a {@link CounterDayPage}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable Integer page;
        private @Nullable List<CounterEntry> entries;

        private Builder() {}

        /** Its number, from 1. */
        public Builder page(int page) {
            this.page = page;
            return this;
        }

        /** Its rows; at most 5,000. */
        public Builder entries(List<CounterEntry> entries) {
            this.entries = entries;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public CounterDayPage build() {
            Required.given(page, "CounterDayPage", "page");
            if (entries == null || entries.stream().anyMatch(each -> each == null)) {
                throw new IllegalArgumentException("A CounterDayPage needs its entries");
            }
            return new CounterDayPage(this);
        }
    }
}
