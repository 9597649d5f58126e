/** What a worker is insured for, asked of the provinces and filled up with what the gateway knows. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.contribution.status;
