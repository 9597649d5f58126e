package io.tongban.province.profile;

/**
 * A profile file as it was found.
 *
 * @param shipped whether it came with this module; one of the operator's folder is meant to run
 */
record ProfileFile(String text, boolean shipped) {}
