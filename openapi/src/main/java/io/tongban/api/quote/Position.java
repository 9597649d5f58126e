package io.tongban.api.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "As what an employee works, for the retirement age: women who are staff retire later than workers.")
public enum Position {
    WORKER,
    STAFF
}
