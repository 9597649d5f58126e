package io.tongban.sandbox.province.queue;

/**
 * A message of the reply queue.
 *
 * @param serial in its head, and its correlation id
 */
record Reply(String serial, String text) {}
