/** The rules of social insurance as dated data: who pays what, on which base, since when, and who says so. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.policy;
