/** Tells partners of cover that begins, is about to lapse, lapses and comes back: once a day, page by page. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.coverage;
