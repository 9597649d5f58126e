package io.tongban.sdk.call;

/** What an answer without a body says. */
public record Nothing() {}
