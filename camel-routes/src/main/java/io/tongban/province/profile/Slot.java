package io.tongban.province.profile;

/**
 * One line of a layout: which field stands here, and how.
 *
 * @param width bytes, in fixed-width dialects; else 0
 * @param element the XML element's name, in dialects with named fields; else empty
 */
public record Slot(Field field, int width, String element) {}
