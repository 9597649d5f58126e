/** Speaks XML over JMS: a request queue, a reply queue, and a broker that all such provinces share. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.province.queue;
