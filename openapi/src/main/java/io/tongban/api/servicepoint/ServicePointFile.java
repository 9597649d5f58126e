package io.tongban.api.servicepoint;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongban.api.Patterns;
import io.tongban.api.internal.Required;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Points of one owner as the lines of a CSV file (RFC 4180).")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class ServicePointFile {
    @Schema(description = "Client id of the bank or agency whose points these are.", examples = "nanling-bank")
    @NotNull
    @Pattern(regexp = Patterns.CLIENT_ID)
    private final String owner;

    @Schema(
            description =
                    "The lines of the file: first the head `reference,parent,kind,level,name,address,division,position,hours,services,languages,state`, then a point a line. Several words in a field are separated by blanks.",
            examples =
                    "[\"reference,parent,kind,level,name,address,division,position,hours,services,languages,state\"]",
            uniqueItems = true)
    @NotNull
    @NotEmpty
    @Size(max = 2_001)
    private final List<@NotNull @Pattern(regexp = Patterns.CSV_LINE) String> lines;

    /** By wire anything may be missing: validation says so then. {@link Builder#build} lets nothing pass. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // see above
    private ServicePointFile(Builder builder) {
        this.owner = builder.owner;
        this.lines = Required.copied(builder.lines);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same once more, to change single values of it. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.owner = owner;
        builder.lines = lines;
        return builder;
    }

    public String owner() {
        return owner;
    }

    public List<String> lines() {
        return lines;
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(owner, lines);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServicePointFile that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "ServicePointFile[" + owner + "]";
    }

    /** Collects a {@link ServicePointFile}; {@link #build} says what is missing. Not thread-safe. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class Builder {
        private @Nullable String owner;
        private @Nullable List<String> lines;

        private Builder() {}

        /** Client id of the bank or agency whose points these are. */
        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        /** The lines of the file, the head first; at most 2,000 points. */
        public Builder lines(List<String> lines) {
            this.lines = lines;
            return this;
        }

        /** @throws IllegalArgumentException if something is missing that is required */
        public ServicePointFile build() {
            Required.given(owner, "ServicePointFile", "owner");
            Required.given(lines, "ServicePointFile", "lines");
            return new ServicePointFile(this);
        }
    }
}
