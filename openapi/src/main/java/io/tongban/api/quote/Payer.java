package io.tongban.api.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who pays it.")
public enum Payer {
    PERSON,
    EMPLOYER
}
