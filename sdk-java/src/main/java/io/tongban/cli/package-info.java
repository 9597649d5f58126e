/** The command line {@code tongban}: a jar of its own over the SDK. Nothing here is for programs to compile against. */
@NullMarked
package io.tongban.cli;

import org.jspecify.annotations.NullMarked;
