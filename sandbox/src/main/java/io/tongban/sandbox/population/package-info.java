/** Invented workers, the same ones for the same seed: what the sandbox registers and withholds for. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.population;
