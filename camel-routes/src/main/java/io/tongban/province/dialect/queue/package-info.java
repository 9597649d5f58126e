/** The dialect queue: XML over JMS, an answer at any later time on a queue of its own. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dialect.queue;
