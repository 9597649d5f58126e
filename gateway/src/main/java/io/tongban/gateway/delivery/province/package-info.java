/** What partners may know of a province, and what the agency lets pass to it. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.delivery.province;
