package io.tongban.sdk.internal.call;

/** What an answer without a body says. */
public record Nothing() {}
