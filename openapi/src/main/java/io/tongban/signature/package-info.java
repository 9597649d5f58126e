/**
 * RFC 9421 HTTP Message Signatures and RFC 9530 Content-Digest in Tongban's profile: the engine that builds a
 * signature base, and the strict signers and verifiers of requests, responses and webhooks on top of it.
 */
@NullMarked
package io.tongban.signature;

import org.jspecify.annotations.NullMarked;
