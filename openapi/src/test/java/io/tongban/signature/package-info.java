/** The signature profile under test: against the RFC's own cases, its shipped vectors, its document and hostile input. */
@NullMarked
package io.tongban.signature;

import org.jspecify.annotations.NullMarked;
