/** Mandates: the worker's word that a platform may withhold, within limits, until revoked. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.mandate;
