/** What a person at the agency has to settle with a province, because no system can. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.delivery.review;
