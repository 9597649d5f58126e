/** Changes of what a worker is insured for, and of what a province knows of the worker. */
@org.jspecify.annotations.NullMarked
package io.tongban.api.change;
