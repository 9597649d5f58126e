package io.tongban.gateway.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** A constraint of the contract in words, for whoever sent what it refuses. */
final class BoundText {
    private BoundText() {}

    /** Null for a constraint that has no bound to tell of. */
    static @Nullable String of(Annotation constraint) {
        if (constraint instanceof Pattern pattern) {
            return "Of the form " + pattern.regexp();
        }
        if (constraint instanceof Size size) {
            if (size.min() == 0) {
                return "At most " + size.max() + " long";
            }
            return size.max() == Integer.MAX_VALUE
                    ? "At least " + size.min() + " long"
                    : "From " + size.min() + " to " + size.max() + " long";
        }
        if (constraint instanceof Max max) {
            return "At most " + max.value();
        }
        if (constraint instanceof Min min) {
            return "At least " + min.value();
        }
        if (constraint instanceof Positive) {
            return "Above zero";
        }
        return constraint instanceof NotEmpty ? "Not empty" : null;
    }
}
