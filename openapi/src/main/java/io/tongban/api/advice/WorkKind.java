package io.tongban.api.advice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the person earns: by work through platforms, or otherwise and without an employer.")
public enum WorkKind {
    PLATFORM,
    OTHER
}
