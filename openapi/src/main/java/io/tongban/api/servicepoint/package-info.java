/** Where workers are served by people: banks, their branches, counters and terminals. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.servicepoint;
