/** What a worker is insured for, and through which month it is paid. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.status;
