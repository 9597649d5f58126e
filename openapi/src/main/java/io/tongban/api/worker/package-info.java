/** Workers: register, read, find by citizen number. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.worker;
