/** What partners may know of the provinces: what each takes, whether it is open, and how long an outcome takes. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.province;
