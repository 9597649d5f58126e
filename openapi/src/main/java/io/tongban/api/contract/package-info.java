/** How openapi.yaml is completed at build time with what annotations say poorly; not used at run time. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.contract;
