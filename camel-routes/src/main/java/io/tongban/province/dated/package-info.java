/** The one reader of dated data that people write: YAML that knows its lines, and folders that are looked at. */
@org.jspecify.annotations.NullMarked
package io.tongban.province.dated;
