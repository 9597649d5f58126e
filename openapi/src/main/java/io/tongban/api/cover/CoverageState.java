package io.tongban.api.cover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Whether the worker is covered, by the rules: NONE before anything is paid; UNKNOWN where nobody knows what follows from what is paid.")
public enum CoverageState {
    NONE,
    WAITING,
    COVERED,
    SUSPENDED,
    ENDED,
    UNKNOWN
}
