/** Partners show that their programs are right: judged by what they sent, and by nothing that they say of themselves. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.certification;
