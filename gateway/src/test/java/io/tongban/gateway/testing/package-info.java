/** What the tests of the domain rooms stand on: a real database, the rooms wired together, scripted provinces. */
@org.jspecify.annotations.NullMarked
package io.tongban.gateway.testing;
