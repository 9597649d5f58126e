/** Provinces whose systems were written with other software than ours, beside the simulators. */
@org.jspecify.annotations.NullMarked
package io.tongban.sandbox.farside;
